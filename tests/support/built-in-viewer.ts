import { pathToFileURL } from 'node:url';
import type { Frame, Page } from 'playwright';

/** What this test knows of the viewer's own page: how far it has come, and the plugin (PDFium) that draws and reads. */
interface Viewer extends Element {
  readonly loadState_?: 'loading' | 'success' | 'failed';
  readonly currentController?: { selectAll: () => void; getSelectedText: () => Promise<{ selectedText: string }> };
}

/** The frame in which Chromium's viewer draws the file that the page has opened. */
const viewerOf = async (page: Page): Promise<Frame> => {
  const found = (): Frame | undefined => page.frames().find((frame) => frame.url().startsWith('chrome-extension:'));
  for (let tries = 0; tries < 200 && !found(); tries++) await page.waitForTimeout(50);
  const frame = found();
  if (!frame) throw new Error('this browser does not open PDFs in a viewer of its own');
  return frame;
};

/**
 * All the text that Chromium's built-in viewer, PDFium, shows of a file, as selecting all of it gives it; empty where the
 * viewer says that it cannot open the file.
 */
export const shownByPdfium = async (page: Page, path: string): Promise<string> => {
  await page.goto(pathToFileURL(path).href);
  const frame = await viewerOf(page);
  const ended = await frame.waitForFunction(() => {
    const { loadState_: state }: Partial<Viewer> = document.querySelector<Viewer>('pdf-viewer') ?? {};
    return state === 'success' || state === 'failed' ? state : undefined;
  });
  if ((await ended.jsonValue()) === 'failed') return '';
  return frame.evaluate(async () => {
    const controller = document.querySelector<Viewer>('pdf-viewer')?.currentController;
    if (!controller) throw new Error('the viewer gives no text');
    controller.selectAll();
    return (await controller.getSelectedText()).selectedText;
  });
};
