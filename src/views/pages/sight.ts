import type { Bookmark, PagesAbout } from '../../verify/pages';

/** Between two pages, in CSS pixels, as _pages.scss draws it. */
export const gap = 16;

/** CSS pixels in a point, at 100%. */
const actual = 96 / 72;

/** A place on the pages. */
export type Place = Pick<Bookmark, 'page' | 'down'>;

/** How large the pages are shown. */
export type Zoom = 'fit' | 'actual' | 'large';

/** A page as it lies in the column of all pages, in CSS pixels. */
export interface Laid {
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** CSS pixels in a point. */
  readonly scale: number;
}

/** Where each page lies in a column that is so wide; in whole pixels, which is how far browsers scroll. */
export const layOut = (sizes: PagesAbout['sizes'], zoom: Zoom, width: number): readonly Laid[] => {
  let top = 0;
  return sizes.map((size) => {
    const scale = zoom === 'fit' ? width / size.width : zoom === 'large' ? actual * 1.5 : actual;
    const laid = { top, width: Math.round(size.width * scale), height: Math.round(size.height * scale), scale };
    top += laid.height + gap;
    return laid;
  });
};

/** Which pages are in sight, counted from 0, and the one that is being read. */
export interface Sight {
  readonly first: number;
  readonly last: number;
  readonly current: number;
}

/** What is seen of a column from `above` on, so many pixels high. The page being read reaches a third down from the top. */
export const sightOf = (pages: readonly Laid[], above: number, high: number): Sight => {
  const at = (down: number): number => {
    const next = pages.findIndex(({ top, height }) => top + height + gap > down);
    return next < 0 ? Math.max(pages.length - 1, 0) : next;
  };
  return { first: at(above), last: at(above + high), current: at(above + high / 3) };
};
