import type { Pages, PagesAbout } from '../verify/pages';
import { scriptAddress } from './script-address';

/** How long one page may take. An honest one takes a tenth of a second. */
const seconds = 20;

/** What the worker is asked: to open a file, once and first, then to draw a page, by its number and that of the asking. */
export type PagesRequest =
  | { readonly ask: 'open'; readonly pdf: Uint8Array<ArrayBuffer> }
  | { readonly ask: 'draw'; readonly number: number; readonly page: number; readonly scale: number };

/** What it answers; undefined where pdf.js could not. pdf.js posts words of its own, which are none of ours. */
export type PagesAnswer =
  { readonly about: PagesAbout | undefined } | { readonly drawn: ImageBitmap | undefined; readonly number: number };

const isAnswer = (data: unknown): data is PagesAnswer =>
  typeof data === 'object' && data !== null && ('about' in data || 'drawn' in data);

/** Draws the pages of a file in a worker of its own, which holds all that it needs and is ended by `close`. */
export const drawPages = (worker: string, pdf: Uint8Array<ArrayBuffer>): Pages => {
  const running = new Worker(scriptAddress(worker), { type: 'module' });
  const waiting = new Map<number, (answer?: PagesAnswer) => void>();
  let last = 0;
  const ask = async (request: PagesRequest, number: number): Promise<PagesAnswer | undefined> =>
    new Promise((resolve) => {
      const timer = setTimeout(() => waiting.get(number)?.(), seconds * 1000);
      waiting.set(number, (answer) => {
        clearTimeout(timer);
        waiting.delete(number);
        resolve(answer);
      });
      running.postMessage(request, []);
    });
  const stop = (): void => {
    running.terminate();
    for (const end of waiting.values()) end();
  };
  running.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (isAnswer(data)) waiting.get('drawn' in data ? data.number : 0)?.(data);
  });
  running.addEventListener('error', stop);
  const about = ask({ ask: 'open', pdf }, 0).then((said) => (said && 'about' in said ? said.about : undefined));
  return {
    about,
    draw: async (page, scale) => {
      const number = ++last;
      const said = await ask({ ask: 'draw', number, page, scale }, number);
      return said && 'drawn' in said ? said.drawn : undefined;
    },
    close: stop,
  };
};
