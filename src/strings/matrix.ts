const lower = (text: string): string => `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;

/** The sentences of grids of fields, and of what is drawn from them: late screens. */
export const matrixStrings = {
  item: 'Item',
  score: 'Score',
  notAsked: 'Not asked',
  remove: 'Remove',
  noScore: 'No score',
  meanings: 'What each level means',
  /** From the lowest level of a scale to the highest: `1 Rare to 5 Almost certain`. */
  range: (low: string, high: string) => `${low} to ${high}`,
  /** What a row comes to, in a few words: `12 High`. */
  result: (score: number, band: string | undefined) => (band === undefined ? String(score) : `${score} ${band}`),
  /** The same, spoken as soon as the row is filled. */
  spoken: (row: string, score: number, band: string | undefined) =>
    band === undefined ? `${row}: ${score}` : `${row}: ${score}, ${lower(band)}`,
  /** Where a row stands, in a sentence. */
  placed: (down: string, downLevel: number, across: string, acrossLevel: number) =>
    `${down} ${downLevel}, ${lower(across)} ${acrossLevel}`,
  levels: (down: number, across: number) => `${down} × ${across} =`,
  changed: (by: number) => (by === 0 ? '' : by < 0 ? `down ${-by}` : `up ${by}`),
  numbered: 'The boxed numbers are the risks as numbered above.',
  moved: 'A number in an outline shows where it was before.',
} as const;
