import type { PagesAnswer, PagesRequest } from '../app/pages-service';
import type { VerifyAnswer, VerifyRequest } from '../app/verify-service';
import type { PrintAssets } from '../services';
import type { DrawablePages } from '../verify/pages';
import { verifyUnder } from '../verify/verify-under';

const answer = (said: VerifyAnswer | PagesAnswer, given: Transferable[] = []): void => postMessage(said, given);

let known: PrintAssets | undefined;

const verify = ({ pdf, trust, resources = known, now }: VerifyRequest): void => {
  known = resources;
  if (!resources) throw new Error('the first file comes with fonts');
  void verifyUnder(pdf, trust, { subtle: crypto.subtle, resources, now }).then((verdict) => answer({ verdict }));
};

let opened: Promise<DrawablePages> | undefined;

const pages = async (asked: PagesRequest): Promise<void> => {
  if (asked.ask === 'open') {
    opened = import('../verify/pages').then(({ openPages }) => openPages(asked.pdf));
    const about = await opened.then(
      ({ sizes, bookmarks }) => ({ sizes, bookmarks }),
      () => undefined,
    );
    return answer({ about });
  }
  const drawn = await opened?.then(async ({ draw }) => draw(asked.page, asked.scale)).catch(() => undefined);
  answer({ drawn, number: asked.number }, drawn && [drawn]);
};

// It verifies files one after another, or draws the pages of one, never both. Whoever asked ends it.
addEventListener('message', ({ data }: MessageEvent<VerifyRequest | PagesRequest>) => {
  if ('trust' in data) verify(data);
  else if ('ask' in data) void pages(data);
});
