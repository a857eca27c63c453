/** A part of the page, in points from its upper left corner. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A4. */
export const sheet = { width: 595.28, height: 841.89 } as const;

/** Where the text stands: 20 mm at either side, and room above and below for what is on every page. */
export const body: Frame = { left: 57, top: 74, right: sheet.width - 57, bottom: sheet.height - 72 };

/** The furthest that any ink may go: what printers can reach. */
export const printable: Frame = { left: 24, top: 24, right: sheet.width - 24, bottom: sheet.height - 24 };

/** Throws unless a box lies inside a frame, to a thousandth of a point: ink outside is text that nobody reads. */
export const requireInside = (frame: Frame, box: Frame): void => {
  const slack = 0.001;
  const inside =
    box.left >= frame.left - slack &&
    box.right <= frame.right + slack &&
    box.top >= frame.top - slack &&
    box.bottom <= frame.bottom + slack;
  if (!inside) throw new Error(`ink outside the margins: ${JSON.stringify(box)}`);
};
