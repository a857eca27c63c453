import { utf8 } from './bytes';

/**
 * A cell that a spreadsheet would work out rather than show: one that begins with `=`, `+`, `-` or `@`, or has that after a
 * sign at which a spreadsheet of another country may split the line. An apostrophe before it makes it a text.
 */
const formula = /((?:^|[;\t\r\n|])[\s"']*)([=+\-@＝＋－＠])/g;

const cell = (text: string): string => `"${text.replace(formula, "$1'$2").replaceAll('"', '""')}"`;

/**
 * Rows as a CSV file (RFC 4180) for spreadsheets: UTF-8 with its byte order mark, every cell quoted, and no cell that a
 * spreadsheet takes for a formula.
 */
export const csvFile = (rows: readonly (readonly string[])[]): Uint8Array<ArrayBuffer> =>
  utf8(`\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`);
