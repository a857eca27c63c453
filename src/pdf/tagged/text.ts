import type { Fonts } from './fonts';
import type { JsPdf } from './jspdf';
import type { TextStyle } from './tagged-pdf';

/**
 * Writes lines of text. The first in each style is written by jsPDF; what it writes before the place of a text depends
 * on the style alone, so those that follow are written as it would write them, without its work for scripts and
 * alignments that we do not print.
 */
export const openText = (
  doc: JsPdf,
  fonts: Fonts,
): ((text: string, x: number, y: number, style: TextStyle) => void) => {
  const { internal } = doc;
  const beginnings = new Map<string, string>();
  const first = (text: string, x: number, y: number, { weight, size, colour }: TextStyle): string => {
    fonts.use(weight, size);
    doc.setTextColor(colour);
    doc.text(text, x, y);
    const written = internal.pages[internal.getCurrentPageInfo().pageNumber]?.at(-1) ?? '';
    return /^BT\n[^\n]+ Tf\n[^\n]+ TL\n[^\n]+ (?:rg|g)\n(?=[^\n]+ Td\n<)/.exec(written)?.[0] ?? '';
  };
  return (text, x, y, style) => {
    if (text === '') return; // for which jsPDF writes nothing
    const key = `${style.weight} ${style.size} ${style.colour}`;
    const beginning = beginnings.get(key);
    if (beginning === undefined) {
      const learnt = first(text, x, y, style);
      if (learnt === '') throw new Error('jsPDF wrote a text in a way that is not known');
      beginnings.set(key, learnt);
    } else {
      const place = `${internal.getCoordinateString(x)} ${internal.getVerticalCoordinateString(y)} Td`;
      internal.write(`${beginning}${place}\n<${fonts.glyphs(text, style.weight)}> Tj\nET`);
    }
  };
};
