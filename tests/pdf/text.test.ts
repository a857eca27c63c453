import fc from 'fast-check';
import { expect, it } from 'vitest';
import { allowedRanges } from '../../src/base/text';
import { openFonts } from '../../src/pdf/tagged/fonts';
import { newJsPdf } from '../../src/pdf/tagged/jspdf';
import { openText } from '../../src/pdf/tagged/text';
import { binary } from '../../src/pdf/tagged/tokens';
import { namedFiles, recordOf } from '../verify/made';
import { renderRecord } from '../../src/pdf/render';
import type { Resources, TextStyle } from '../../src/pdf/tagged/tagged-pdf';
import { resources } from './printed';

interface Written {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly style: TextStyle;
  readonly turn: boolean;
}

const sign = fc
  .constantFrom(...allowedRanges)
  .chain(([first, last]) => fc.integer({ min: first, max: last }))
  .map((code) => String.fromCodePoint(code));

const written: fc.Arbitrary<Written> = fc.record({
  text: fc.string({ unit: sign, maxLength: 60, size: 'max' }),
  x: fc.double({ min: 0, max: 500, noNaN: true }),
  y: fc.double({ min: 0, max: 800, noNaN: true }),
  style: fc.record({
    weight: fc.constantFrom('regular', 'bold'),
    size: fc.constantFrom(8.5, 10),
    colour: fc.constantFrom('#1b1f23', '#ffffff'),
  }),
  turn: fc.boolean(),
});

/** A document of these lines, written by jsPDF or by our own writer. */
const documentOf = (lines: readonly Written[], own: boolean): string => {
  const doc = newJsPdf();
  doc.setFileId('0'.repeat(32));
  doc.setCreationDate("D:20261122101500+00'00'");
  const fonts = openFonts(doc, resources.fonts);
  const ours = openText(doc, fonts);
  for (const { text, x, y, style, turn } of lines) {
    if (turn) doc.addPage();
    if (own) ours(text, x, y, style);
    else {
      fonts.use(style.weight, style.size);
      doc.setTextColor(style.colour);
      doc.text(text, x, y);
    }
  }
  return binary(new Uint8Array(doc.output('arraybuffer')));
};

it('is written byte for byte as jsPDF would write it, fonts included', () => {
  fc.assert(
    fc.property(fc.array(written, { minLength: 20, maxLength: 40, size: 'max' }), (lines) => {
      expect(documentOf(lines, true) === documentOf(lines, false)).toBe(true);
    }),
    { numRuns: 30 },
  );
});

it('is the same file whatever was printed before, and by whomever', () => {
  const fresh = (): Resources => ({
    fonts: { regular: resources.fonts.regular.slice(), bold: resources.fonts.bold.slice() },
    icc: resources.icc.slice(),
  });
  const records = [1, 2, 3].map((seed) => recordOf({ seed }));
  const pages = (record: (typeof records)[number], by: Resources): string => {
    const made = renderRecord(record, namedFiles(record), by);
    return made.ok ? binary(made.value.bytes) : JSON.stringify(made.failures);
  };
  const alone = records.map((record) => pages(record, fresh()));
  const [first] = alone;
  expect(first).toMatch(/^%PDF/);
  for (const order of [records, records.toReversed(), records])
    for (const record of order) expect(pages(record, resources) === alone[records.indexOf(record)]).toBe(true);
});
