import type { Run, Text } from '../document';
import type { FontFiles, Fonts, Weight } from '../tagged/fonts';
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

/** A text's characters one by one, each with its weight. */
interface Signs {
  readonly signs: readonly string[];
  readonly weights: readonly Weight[];
}

const signsOf = (text: Text, weight: Weight): Signs => {
  if (typeof text === 'string') {
    const signs = Array.from(text);
    return { signs, weights: signs.map(() => weight) };
  }
  const parts = text.map((run) => ({ signs: Array.from(run.text), own: run.bold ? 'bold' : weight }) as const);
  return {
    signs: parts.flatMap(({ signs }) => signs),
    weights: parts.flatMap(({ signs, own }) => signs.map(() => own)),
  };
};

const piecesOf = ({ signs, weights }: Signs, from: number, to: number): Line => {
  const pieces: Piece[] = [];
  for (let start = from; start < to;) {
    const weight = weights[start] ?? 'regular';
    let end = start + 1;
    while (end < to && weights[end] === weight) end++;
    pieces.push({ text: signs.slice(start, end).join(''), weight });
    start = end;
  }
  return pieces;
};

const broken = (fonts: Fonts, text: Text, lettering: Lettering, width: number): readonly Line[] => {
  const all = signsOf(text, lettering.weight);
  const { signs, weights } = all;
  const advances = signs.map((sign, index) => fonts.width(sign, weights[index] ?? 'regular', lettering.size));
  const lines: Line[] = [];
  let start = 0; // of the line
  let after = 0; // the last space on it, plus one; 0 where there is none
  let used = 0;
  for (let at = 0; at < signs.length; at++) {
    const step = advances[at] ?? 0;
    // Twice where the part of a word that goes to the next line is too wide for it as well.
    while (signs[at] !== ' ' && used + step > width && at > start) {
      const cut = after > start ? after : at;
      lines.push(piecesOf(all, start, cut));
      start = cut;
      used = advances.slice(start, at).reduce((sum, each) => sum + each, 0);
    }
    used += step;
    if (signs[at] === ' ') after = at + 1;
  }
  lines.push(piecesOf(all, start, signs.length));
  return lines;
};

type Broken = Map<string, readonly Line[]>;

/** So many texts are remembered, which is far more than a record has. */
const mostTexts = 20_000;

/** What was broken before with the same fonts: a document is laid out up to three times, and many stand on one policy. */
const known = new WeakMap<FontFiles, { texts: number; readonly by: Map<string, Broken> }>();

/** The texts that were broken to this width in this style. */
const brokenTo = ({ files }: Fonts, { weight, size }: Lettering, width: number) => {
  const before = known.get(files);
  const all = before && before.texts < mostTexts ? before : { texts: 0, by: new Map<string, Broken>() };
  known.set(files, all);
  const key = `${weight} ${size} ${width}`;
  const texts = all.by.get(key) ?? new Map<string, readonly Line[]>();
  all.by.set(key, texts);
  return { all, texts };
};

/**
 * Breaks a text into lines no wider than `width` points: after a space, or inside a word that is wider than a line. The
 * space at a break stays on its line (outside the width, for it has no ink), so that whoever reads the file aloud or
 * copies from it does not find two words run together.
 */
export const wrap = (fonts: Fonts, text: Text, lettering: Lettering, width: number): readonly Line[] => {
  const { all, texts } = brokenTo(fonts, lettering, width);
  // No text holds a control character.
  const key =
    typeof text === 'string' ? text : text.map((run) => `${run.bold ? '\u0001' : '\u0002'}${run.text}`).join('');
  const before = texts.get(key);
  if (before) return before;
  const lines = broken(fonts, text, lettering, width);
  texts.set(key, lines);
  all.texts++;
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
