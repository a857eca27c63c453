import { body } from '../tagged/page';
import type { Element } from '../tagged/structure';
import type { Drawing } from '../tagged/tagged-pdf';
import type { Lettering } from './style';
import { drawLine, type Line } from './wrap';

/** More pages than any record, and few enough to be checked on an old laptop within the verifier’s ten seconds. */
export const pageLimit = 300;

/** Leaves the printing machine at once. `printDocument` catches it and returns a failure; nobody else sees it. */
export class TooManyPages extends Error {}

/** The place on the page where the next thing is printed, moving down and on. */
export interface Flow {
  readonly pdf: Drawing;
  y: number;
  /** The white space that ends at `y`; the next block's own begins within it. */
  gap: number;
}

export const openFlow = (pdf: Drawing): Flow => ({ pdf, y: body.top, gap: 0 });

export const left = body.left;
export const bodyWidth = body.right - body.left;
const bodyHeight = body.bottom - body.top;

export const atTop = (flow: Flow): boolean => flow.y === body.top;

export const room = (flow: Flow): number => body.bottom - flow.y;

export const newPage = (flow: Flow): void => {
  if (flow.pdf.pages() >= pageLimit) throw new TooManyPages();
  flow.pdf.addPage();
  flow.y = body.top;
  flow.gap = 0;
};

/** Begins a new page where this height is not left, and a new page would have it. */
export const need = (flow: Flow, height: number): void => {
  if (room(flow) < height && !atTop(flow) && height <= bodyHeight) newPage(flow);
};

/** Moves down past what was printed. */
export const moveDown = (flow: Flow, points: number): void => {
  flow.y += points;
  flow.gap = 0;
};

/** White space between blocks: the larger of what both ask for; none at the top of a page. */
export const space = (flow: Flow, points: number): void => {
  if (atTop(flow) || points <= flow.gap) return;
  flow.y = Math.min(body.bottom, flow.y + points - flow.gap);
  flow.gap = points;
};

/** How many of these lines go on this page: all, or as many as fit without leaving one alone on either side. */
export const linesThatFit = (count: number, leading: number, height: number): number => {
  const fit = Math.max(0, Math.floor((height + 0.001) / leading));
  if (fit >= count) return count;
  const kept = count - fit === 1 ? fit - 1 : fit;
  return kept === 1 && count > 1 ? 0 : kept;
};

/** Lines that begin at `x`, over as many pages as they take. `behind` draws what stands behind or beside each part. */
export const flowLines = (
  flow: Flow,
  element: Element,
  lines: readonly Line[],
  lettering: Lettering,
  x = left,
  behind?: (top: number, bottom: number) => void,
): void => {
  for (let from = 0; from < lines.length;) {
    const fresh = atTop(flow);
    const fits = linesThatFit(lines.length - from, lettering.leading, room(flow));
    const count = fits === 0 && fresh ? 1 : fits;
    if (count > 0) {
      const top = flow.y;
      const bottom = top + count * lettering.leading;
      behind?.(top, bottom);
      flow.pdf.mark(element, () => {
        lines.slice(from, from + count).forEach((line, index) => {
          drawLine(flow.pdf, line, { x, top: top + index * lettering.leading }, lettering);
        });
      });
      moveDown(flow, bottom - top);
    }
    from += count;
    if (from < lines.length) newPage(flow);
  }
};
