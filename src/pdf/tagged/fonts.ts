import type { FontMetadata, JsPdf } from './jspdf';
import { binary } from './tokens';

/** The two weights that a record is printed in. */
export type Weight = 'regular' | 'bold';

export interface FontFiles {
  /** TrueType files, whole; what is used of them is embedded. */
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
}

export interface Fonts {
  /** Makes this weight and size the one that text is written in. */
  readonly use: (weight: Weight, size: number) => void;
  /** The width of a text in points. */
  readonly width: (text: string, weight: Weight, size: number) => number;
  /** The distinct characters of a text that this weight has no glyph for. */
  readonly missing: (text: string, weight: Weight) => readonly string[];
}

// jsPDF takes the name by which a font is registered for its name in the file, where a subset has to have a tag.
const names: Readonly<Record<Weight, string>> = {
  regular: 'AAAAAB+AtkinsonHyperlegibleNext-Regular',
  bold: 'AAAAAC+AtkinsonHyperlegibleNext-Bold',
};

const open = (doc: JsPdf, weight: Weight, file: Uint8Array): FontMetadata => {
  doc.addFileToVFS(`${weight}.ttf`, binary(file));
  doc.addFont(`${weight}.ttf`, names[weight], 'normal');
  doc.setFont(names[weight], 'normal');
  return doc.internal.getFont().metadata;
};

/** Registers both weights with a document. */
export const openFonts = (doc: JsPdf, files: FontFiles): Fonts => {
  const metadata = { regular: open(doc, 'regular', files.regular), bold: open(doc, 'bold', files.bold) };
  const glyph = (character: string, weight: Weight): number => {
    const code = character.codePointAt(0) ?? 0;
    return code > 0xffff ? 0 : metadata[weight].characterToGlyph(code);
  };
  const widths = { regular: new Map<string, number>(), bold: new Map<string, number>() };
  const widthOf = (character: string, weight: Weight): number => {
    const known = widths[weight].get(character);
    if (known !== undefined) return known;
    const found = metadata[weight].widthOfGlyph(glyph(character, weight));
    widths[weight].set(character, found);
    return found;
  };
  return {
    use: (weight, size) => {
      doc.setFont(names[weight], 'normal');
      doc.setFontSize(size);
    },
    width: (text, weight, size) => {
      let thousandths = 0;
      for (const character of text) thousandths += widthOf(character, weight);
      return (thousandths * size) / 1000;
    },
    missing: (text, weight) => [...new Set(Array.from(text).filter((character) => glyph(character, weight) === 0))],
  };
};
