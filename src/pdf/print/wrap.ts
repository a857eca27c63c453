import type { Run, Text } from '../document';
import type { Fonts, Weight } from '../tagged/fonts';
import type { Drawing } from '../tagged/tagged-pdf';
import type { Lettering } from './style';

/** A piece of a line in one weight. */
export interface Piece {
  readonly text: string;
  readonly weight: Weight;
}

/** One printed line. Every line but a text's last ends in the space at which it was broken. */
export type Line = readonly Piece[];

const runsOf = (text: Text): readonly Run[] => (typeof text === 'string' ? [{ text }] : text);

/** The text without its weights. */
export const plain = (text: Text): string =>
  runsOf(text)
    .map((run) => run.text)
    .join('');

interface Mark {
  readonly sign: string;
  readonly weight: Weight;
}

const signsOf = (text: Text, weight: Weight): readonly Mark[] =>
  runsOf(text).flatMap((run) =>
    Array.from(run.text, (sign) => ({ sign, weight: run.bold ? 'bold' : weight }) as const),
  );

const piecesOf = (marks: readonly Mark[]): Line => {
  const pieces: { text: string; weight: Weight }[] = [];
  for (const { sign, weight } of marks) {
    const last = pieces.at(-1);
    if (last?.weight === weight) last.text += sign;
    else pieces.push({ text: sign, weight });
  }
  return pieces;
};

/**
 * Breaks a text into lines no wider than `width` points: after a space, or inside a word that is wider than a line. The
 * space at a break stays on its line (outside the width, for it has no ink), so that whoever reads the file aloud or
 * copies from it does not find two words run together.
 */
export const wrap = (fonts: Fonts, text: Text, lettering: Lettering, width: number): readonly Line[] => {
  const marks = signsOf(text, lettering.weight);
  const advance = ({ sign, weight }: Mark): number => fonts.width(sign, weight, lettering.size);
  const lines: Line[] = [];
  let start = 0; // of the line
  let after = 0; // the last space on it, plus one; 0 where there is none
  let used = 0;
  for (let at = 0; at < marks.length; at++) {
    const mark = marks[at];
    if (!mark) break;
    const step = advance(mark);
    // Twice where the part of a word that goes to the next line is too wide for it as well.
    while (mark.sign !== ' ' && used + step > width && at > start) {
      const cut = after > start ? after : at;
      lines.push(piecesOf(marks.slice(start, cut)));
      start = cut;
      used = marks.slice(start, at).reduce((sum, each) => sum + advance(each), 0);
    }
    used += step;
    if (mark.sign === ' ') after = at + 1;
  }
  lines.push(piecesOf(marks.slice(start)));
  return lines;
};

/** The width of a line in points, without the space at its end. */
export const widthOf = (fonts: Fonts, line: Line, size: number): number =>
  line.reduce((sum, { text, weight }, index) => {
    const seen = index === line.length - 1 ? text.trimEnd() : text;
    return sum + fonts.width(seen, weight, size);
  }, 0);

/** Where the baseline stands in a line of this leading. */
export const baselineIn = ({ size, leading }: Lettering): number => (leading - size) / 2 + size * 0.8;

/** Writes a line whose box begins at `top`; `align` within `width`. To be called inside marked content. */
export const drawLine = (
  pdf: Drawing,
  line: Line,
  at: {
    readonly x: number;
    readonly top: number;
    readonly width?: number;
    readonly align?: 'left' | 'right' | 'centre';
  },
  lettering: Lettering,
): void => {
  const free = (at.width ?? 0) - widthOf(pdf.fonts, line, lettering.size);
  let x = at.x + (at.align === 'right' ? free : at.align === 'centre' ? free / 2 : 0);
  for (const { text, weight } of line) {
    pdf.text(text, x, at.top + baselineIn(lettering), { ...lettering, weight });
    x += pdf.fonts.width(text, weight, lettering.size);
  }
};
