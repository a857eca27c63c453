import { useEffect, useState } from 'react';
import type { Pages, PagesAbout } from '../../verify/pages';

/** A file whose pages can be drawn, or one that could not be opened. */
export type OpenedPages = { readonly pages: Pages; readonly about: PagesAbout } | 'failed';

export type DrawPages = (pdf: Uint8Array<ArrayBuffer>) => Promise<Pages>;

/** The pages of a file, held while `open` says so; undefined until they are there. */
export const usePages = (open: boolean, pdf: Uint8Array<ArrayBuffer>, draw: DrawPages): OpenedPages | undefined => {
  const [opened, setOpened] = useState<OpenedPages>();
  useEffect(() => {
    if (!open) return;
    let gone = false;
    let close = (): void => undefined;
    const start = async (): Promise<void> => {
      const pages = await draw(pdf);
      if (gone) return pages.close();
      ({ close } = pages);
      const about = await pages.about;
      if (!gone) setOpened(about ? { pages, about } : 'failed');
    };
    start().catch(() => setOpened('failed'));
    return () => {
      gone = true;
      close();
      setOpened(undefined);
    };
  }, [open, pdf, draw]);
  return opened;
};
