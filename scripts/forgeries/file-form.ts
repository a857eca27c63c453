import { concat, utf8 } from '../../src/base/bytes';
import { sizeLimit } from '../../src/verify/form';
import { fromLatin1, latin1 } from '../../tests/verify/forge';
import { revised, swapLast } from './edit';
import type { Bytes, Forgery, ForgeryClass, Originals } from './forgery';

type Change = (pdf: Bytes) => Bytes;

/** A content stream that paints a white box, and one that writes another word: what an attacker covers the pages with. */
const white = 'q 1 1 1 rg 0 0 600 90 re f Q';
const stream = (content: string, about = ''): string =>
  `<< ${about}/Length ${content.length} >>\nstream\n${content}\nendstream`;

const pageOf = (pdf: Bytes): string => /3 0 obj\n(<<\/Type \/Page\n[^]*?)\nendobj/.exec(latin1(pdf))?.[1] ?? '';
const contentOf = (pdf: Bytes): number => Number(/\/Contents (\d+) 0 R/.exec(pageOf(pdf))?.[1]);

/** The page with a stamp of an attacker's among its annotations. */
const stamped = (pdf: Bytes): Bytes =>
  revised(pdf, [
    [3, pageOf(pdf).replace(/^<</, '<</Annots [9990 0 R] ')],
    [9990, '<< /Type /Annot /Subtype /Stamp /Rect [40 600 560 690] /F 4 /AP << /N 9991 0 R >> >>'],
    [9991, stream(white, '/Type /XObject /Subtype /Form /BBox [0 0 600 90] ')],
  ]);

const added: readonly (readonly [string, string, Change])[] = [
  ['a newline after the end', 'form: verify.tail', (pdf) => concat(pdf, utf8('\n'))],
  ['a zip archive after the end', 'form: verify.tail', (pdf) => concat(pdf, utf8('PK\u0005\u0006'))],
  ['a picture before the beginning', 'form: verify.not-pdf', (pdf) => concat(utf8('GIF89a\n'), pdf)],
  ['a web page before the beginning', 'form: verify.not-pdf', (pdf) => concat(utf8('<html><!--'), pdf)],
  ['another version in the header', 'form: verify.header', (pdf) => swapHead(pdf, '%PDF-1.7', '%PDF-2.0')],
  ['another comment in the header', 'form: verify.header', (pdf) => swapHead(pdf, '%\u00ba', '%\u00bb')],
];
const swapHead = (pdf: Bytes, from: string, to: string): Bytes => fromLatin1(latin1(pdf).replace(from, to));

const revisions: readonly (readonly [string, string, Change])[] = [
  [
    'a page’s content replaced in a second revision',
    'form: verify.cross-reference',
    (pdf) => revised(pdf, [[contentOf(pdf), stream('BT /F1 20 Tf 50 700 Td <0001> Tj ET')]]),
  ],
  [
    'the same without a table',
    'form: verify.cross-reference',
    (pdf) => revised(pdf, [[contentOf(pdf), stream(white)]], false),
  ],
  ['an empty second revision', 'form: verify.cross-reference', (pdf) => revised(pdf, [])],
  ['a stamp that covers the page', 'form: verify.cross-reference', stamped],
  [
    'a catalog that shows another page first',
    'form: verify.cross-reference',
    (pdf) => revised(pdf, [[9990, '<< /Type /Catalog /Pages 9991 0 R >>']]),
  ],
  [
    'a second signature, of nobody',
    'form: verify.cross-reference',
    (pdf) => revised(pdf, [[9990, '<< /Type /Sig /Contents <00> /ByteRange [0 1 2 3] >>']]),
  ],
];

const tables: readonly (readonly [string, string, Change])[] = [
  [
    'an object put before the table',
    'form: verify.cross-reference',
    (pdf) => swapLast(pdf, /\nxref\n/, () => '\n3 0 obj\n<< /Type /Page >>\nendobj\nxref\n'),
  ],
  [
    'the table said to be elsewhere',
    'form: verify.cross-reference',
    (pdf) => swapLast(pdf, /startxref\n\d+/, (found) => found.replace(/\d/, '9')),
  ],
  [
    'a comment with a second place of a signature',
    'form: verify.cross-reference',
    (pdf) => swapLast(pdf, /%%EOF/, () => '%/ByteRange [0 1 2 3]\n%%EOF'),
  ],
  [
    'a comment between trailer and end',
    'form: verify.trailer',
    (pdf) => swapLast(pdf, /\nstartxref/, () => '\n%/ByteRange [0 1 2 3]\nstartxref'),
  ],
  ['a trailer that names an earlier table', 'form: verify.trailer', (pdf) => swapLast(pdf, /\/Info /, () => '/Prev ')],
  ['a catalog that is none', 'form: verify.catalog', (pdf) => swapLast(pdf, /\/Root \d+/, () => '/Root 99999')],
  ['a catalog that is a page', 'form: verify.signature-field', (pdf) => swapLast(pdf, /\/Root \d+/, () => '/Root 3')],
  [
    'an offset of the table altered',
    'unchanged: signature.digest',
    (pdf) =>
      swapLast(pdf, /\nxref\n0 \d+\n0000000000 65535 f \n\d{10}/, (found) => found.replace(/\d{10}$/, '0000000099')),
  ],
];

const contents = /\/Contents <[0-9a-f]*>/;
const range = /\/ByteRange \[0 \d{10} \d{10} \d{10}\]/;
const sameLength = (text: string, found: string): string => text.padEnd(found.length);

const field: readonly (readonly [string, string, Change])[] = [
  [
    'no signature',
    'form: verify.signature-dictionary',
    (pdf) => swapLast(pdf, contents, (found) => sameLength('/Contents null', found)),
  ],
  [
    'its key misspelt',
    'form: verify.signature-dictionary',
    (pdf) => swapLast(pdf, contents, (found) => found.replace('Contents', 'Contentz')),
  ],
  [
    'a range that is missing',
    'form: verify.signature-dictionary',
    (pdf) => swapLast(pdf, range, (found) => found.replace('ByteRange', 'ByteRang3')),
  ],
  ['no field', 'form: verify.signature-field', (pdf) => swapLast(pdf, /\/AcroForm/, () => '/AcroForn')],
  ['a field of another kind', 'form: verify.signature-field', (pdf) => swapLast(pdf, /\/FT \/Sig/, () => '/FT /Btn')],
];

const coverage: readonly (readonly [string, string, Change])[] = [
  [
    'a range that begins below zero',
    'unchanged: signature.byte-range',
    (pdf) => swapLast(pdf, range, (found) => found.replace(/0 \d{10}/, '0 -000000001')),
  ],
  [
    'a range of ten bytes',
    'unchanged: signature.byte-range',
    (pdf) => swapLast(pdf, range, () => '/ByteRange [0 0000000010 0000000010 0000000010]'),
  ],
  [
    'a range of four zeros',
    'unchanged: signature.byte-range',
    (pdf) => swapLast(pdf, range, () => '/ByteRange [0 0000000000 0000000000 0000000000]'),
  ],
  [
    'a signature of zeros',
    'unchanged: der.malformed',
    (pdf) => swapLast(pdf, contents, (found) => `/Contents <${'0'.repeat(found.length - 12)}>`),
  ],
  [
    'digits in capitals',
    'unchanged: signature.places',
    (pdf) => swapLast(pdf, contents, (found) => found.toUpperCase().replace('CONTENTS', 'Contents')),
  ],
  [
    'half a byte cut off',
    'form: verify.cross-reference',
    (pdf) => swapLast(pdf, contents, (found) => found.replace('0>', '>')),
  ],
  [
    'a place of another size',
    'unchanged: signature.places',
    (pdf) => swapLast(pdf, contents, (found) => sameLength(`${found.slice(0, 5000)}>`, found)),
  ],
  [
    'an object in the gap, and a range that leaves it out',
    'form: verify.cross-reference',
    (pdf) => swapLast(pdf, contents, (found) => `${found}\n99 0 obj\n(evil)\nendobj\n`),
  ],
  ['bytes behind the signature', 'unchanged: cms.not-ours', (pdf) => swapLast(pdf, /0{12}>/, () => '414141414141>')],
  ['one byte of a page', 'unchanged: signature.digest', (pdf) => swapLast(pdf, /\/MCID 0>>/, () => '/MCID 1>>')],
  [
    'one byte of an enclosed file',
    'unchanged: signature.digest',
    (pdf) =>
      swapLast(
        pdf,
        /\/FlateDecode \/Length \d+ >>\nstream\n[^]{40}/,
        (found) => `${found.slice(0, -1)}${found.endsWith('!') ? '?' : '!'}`,
      ),
  ],
];

const each = (
  { record, decision }: Originals,
  list: readonly (readonly [string, string, Change])[],
): readonly Forgery[] =>
  list.flatMap(([name, code, change]) => [
    { name: `record: ${name}`, expects: [code], make: () => change(record) },
    { name: `decision: ${name}`, expects: [code], make: () => change(decision) },
  ]);

/** What anybody can do to a file with an editor: pure functions of its bytes, tried on the record and on the decision. */
export const fileForms = (originals: Originals): readonly ForgeryClass[] => [
  {
    id: 'no PDF of ours',
    needs: 'no key',
    forgeries: [
      { name: 'nothing', expects: ['form: verify.not-pdf'], make: () => new Uint8Array() },
      { name: 'a text', expects: ['form: verify.not-pdf'], make: () => utf8('A letter.') },
      { name: 'more than 100 MB', expects: ['form: verify.too-large'], make: () => new Uint8Array(sizeLimit + 1) },
      { name: '200 MB', expects: ['form: verify.too-large'], make: () => new Uint8Array(2 * sizeLimit) },
    ],
  },
  { id: 'something before or after', needs: 'no key', forgeries: each(originals, added) },
  { id: 'a second revision', needs: 'no key', forgeries: each(originals, revisions) },
  { id: 'table and trailer', needs: 'no key', forgeries: each(originals, tables) },
  { id: 'signature field', needs: 'no key', forgeries: each(originals, field) },
  { id: 'coverage', needs: 'no key', forgeries: each(originals, coverage) },
];
