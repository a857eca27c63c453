import type { EmbeddedFont, JsPdf } from './jspdf';
import { binary } from './tokens';

/** The two weights that a record is printed in. */
export type Weight = 'regular' | 'bold';

export interface FontFiles {
  /** TrueType files, whole; what is used of them is embedded. */
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
}

export interface Fonts {
  /** The files. What is found out about a text by its fonts alone holds for every document of these. */
  readonly files: FontFiles;
  /** Makes this weight and size the one that text is written in. */
  readonly use: (weight: Weight, size: number) => void;
  /** The width of a text in points. */
  readonly width: (text: string, weight: Weight, size: number) => number;
  /** The distinct characters of a text that this weight has no glyph for. */
  readonly missing: (text: string, weight: Weight) => readonly string[];
  /** A text as the numbers of its glyphs, four hexadecimal digits each, which are then embedded with the document. */
  readonly glyphs: (text: string, weight: Weight) => string;
}

// jsPDF takes the name by which a font is registered for its name in the file, where a subset has to have a tag.
const names: Readonly<Record<Weight, string>> = {
  regular: 'AAAAAB+AtkinsonHyperlegibleNext-Regular',
  bold: 'AAAAAC+AtkinsonHyperlegibleNext-Bold',
};

/** A font as a document embeds it, and its characters as every document has them. */
interface Opened {
  readonly font: EmbeddedFont;
  /** The glyph of a character, 0 where there is none, and its width in thousandths of the size. */
  readonly glyph: (code: number) => number;
  readonly width: (code: number) => number;
}

/** Remembers what a number comes to. */
const once = (work: (code: number) => number): ((code: number) => number) => {
  const known: number[] = [];
  return (code) => (known[code] ??= work(code));
};

type Measures = Pick<Opened, 'glyph' | 'width'>;
const measured = new WeakMap<Uint8Array, Measures>();

const measure = ({ metadata }: EmbeddedFont): Measures => {
  const glyph = once((code) => (code > 0xffff ? 0 : metadata.characterToGlyph(code)));
  return { glyph, width: once((code) => metadata.widthOfGlyph(glyph(code))) };
};

const open = (doc: JsPdf, weight: Weight, file: Uint8Array): Opened => {
  doc.addFileToVFS(`${weight}.ttf`, binary(file));
  doc.addFont(`${weight}.ttf`, names[weight], 'normal');
  doc.setFont(names[weight], 'normal');
  const font = doc.internal.getFont();
  const measures = measured.get(file) ?? measure(font);
  measured.set(file, measures);
  return { font, ...measures };
};

/** Registers both weights with a document. */
export const openFonts = (doc: JsPdf, files: FontFiles): Fonts => {
  const opened = { regular: open(doc, 'regular', files.regular), bold: open(doc, 'bold', files.bold) };
  const digits: Readonly<Record<Weight, string[]>> = { regular: [], bold: [] };
  return {
    files,
    use: (weight, size) => {
      doc.setFont(names[weight], 'normal');
      doc.setFontSize(size);
    },
    width: (text, weight, size) => {
      const { width } = opened[weight];
      let thousandths = 0;
      for (let at = 0; at < text.length; at++) {
        const code = text.codePointAt(at) ?? 0;
        if (code > 0xffff) at++;
        thousandths += width(code);
      }
      return (thousandths * size) / 1000;
    },
    missing: (text, weight) => {
      const { glyph } = opened[weight];
      return [...new Set(Array.from(text).filter((character) => glyph(character.codePointAt(0) ?? 0) === 0))];
    },
    glyphs: (text, weight) => {
      let all = '';
      // jsPDF notes every character that it is asked for, so it is asked for each once.
      for (let at = 0; at < text.length; at++)
        all += digits[weight][text.charCodeAt(at)] ??= doc.pdfEscape16(text.charAt(at), opened[weight].font);
      return all;
    },
  };
};
