import type { BrowserContext, Download, Page } from 'playwright';

/** How long a file may take that is made and signed first, on a machine that does much else, in milliseconds. */
const patience = 60_000;

/**
 * What is to come of an act. Where the act fails, its own failure is told: it says what stood in the way, and what never
 * came does not. Whatever fails, nobody is left to be told of it after the test.
 */
const broughtBy = async <Coming>(coming: Promise<Coming>, act: () => Promise<unknown>): Promise<Coming> => {
  void coming.catch(() => undefined);
  await act();
  return coming;
};

/** The file that an act brings into the downloads. */
export const downloaded = (page: Page, act: () => Promise<unknown>): Promise<Download> =>
  broughtBy(page.waitForEvent('download', { timeout: patience }), act);

/** The tab that an act opens. */
export const tabOpened = (context: BrowserContext, act: () => Promise<unknown>): Promise<Page> =>
  broughtBy(context.waitForEvent('page'), act);
