import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8 } from '../../src/base/bytes';
import { sha256Hex } from '../../src/base/hash';
import { allowedRanges } from '../../src/base/text';
import { writeAttachments } from '../../src/pdf/tagged/attachments';
import { repairOrdering } from '../../src/pdf/tagged/finish';
import { guardedHooks } from '../../src/pdf/tagged/hooks';
import { newJsPdf } from '../../src/pdf/tagged/jspdf';
import { type Objects, objectsOf } from '../../src/pdf/tagged/objects';
import { body } from '../../src/pdf/tagged/page';
import { openTaggedPdf, type TaggedPdf } from '../../src/pdf/tagged/tagged-pdf';
import {
  asciiString,
  binary,
  fileIdToken,
  languageTag,
  mediaTypeName,
  number,
  pdfDate,
  textString,
  xmpDate,
} from '../../src/pdf/tagged/tokens';
import { letterings } from '../../src/pdf/print/style';
import { wrap } from '../../src/pdf/print/wrap';
import { emptyByteRange } from '../../src/signing/places';
import { example, exampleSha256, options, recordJson } from './example';
import { print, printed, resources } from './printed';

const file = binary(printed().bytes);
const object = (id: number): string => new RegExp(`\\n${id} 0 obj\\n([\\s\\S]*?)\\nendobj`).exec(file)?.[1] ?? '';
const open = (): TaggedPdf => openTaggedPdf(options, resources);
const style = letterings.body;
const allowed = allowedRanges.flatMap(([first, last]) =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)),
);

describe('the traps of jsPDF', () => {
  it('1: an exception in a hook comes out', () => {
    const doc = newJsPdf();
    const hooks = guardedHooks(doc);
    hooks.on('postPutResources', () => {
      throw new Error('lost?');
    });
    doc.output('arraybuffer');
    expect(() => hooks.rethrow()).toThrow('lost?');
    const broken = { ...resources, icc: new Uint8Array() };
    expect(() => openTaggedPdf(options, broken).finish()).toThrow('an empty stream');
  });

  it.each(['\u0080', '\t', '\u0007', '\u{1f600}', 'سلام', 'א'])(
    '2: text that the fonts lack is refused: %j',
    (sign) => {
      const pdf = open();
      const draw = (): void => pdf.text(`before ${sign} after`, body.left, 200, style);
      expect(() => pdf.mark(pdf.element(pdf.root, 'P'), draw)).toThrow('no glyph');
      expect(print([{ kind: 'paragraph', text: `before ${sign} after` }])).toMatchObject({
        ok: false,
        failures: [{ code: 'pdf.text-characters', place: '[0]', params: { characters: [...new Set(sign)].join(' ') } }],
      });
    },
  );

  it('2: text in decomposed form is refused', () => {
    expect(print([{ kind: 'paragraph', text: 'ŵyr'.normalize('NFD') }])).toMatchObject({ ok: false });
    expect(print([{ kind: 'paragraph', text: 'two  spaces' }])).toMatchObject({
      failures: [{ code: 'pdf.text-form' }],
    });
  });

  it('3: wrapped lines keep their spaces, hold the whole text, and are no wider than asked', () => {
    const { fonts } = open();
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            text: fc.string({ unit: fc.constantFrom(...allowed, ' ', ' '), maxLength: 60 }),
            bold: fc.boolean(),
          }),
        ),
        fc.integer({ min: 20, max: 300 }),
        (runs, width) => {
          const lines = wrap(fonts, runs, style, width);
          expect(
            lines
              .flat()
              .map(({ text }) => text)
              .join(''),
          ).toBe(runs.map(({ text }) => text).join(''));
          for (const line of lines) {
            const seen = line
              .map(({ text }) => text)
              .join('')
              .trimEnd();
            let used = 0;
            let left = seen.length;
            for (const { text, weight } of line) {
              used += fonts.width(text.slice(0, left), weight, style.size);
              left = Math.max(0, left - text.length);
            }
            expect(used).toBeLessThanOrEqual(width + 0.001);
          }
        },
      ),
    );
  });

  it('3: a text breaks at spaces, and inside a word only where the word is wider than a line', () => {
    const { fonts } = open();
    const texts = wrap(fonts, `before ${'x'.repeat(30)} after`, style, 100).map((line) =>
      line.map(({ text }) => text).join(''),
    );
    expect(texts[0]).toBe('before ');
    expect(texts.slice(1, -1).every((text) => /^x+$/.test(text))).toBe(true);
    expect(texts.at(-1)).toMatch(/^x+ after$/);
  });

  it('4 and 12: the character collection is put right in font objects only', () => {
    expect(file.split('/Ordering (Identity)  ')).toHaveLength(3);
    expect(file).not.toContain('/Ordering (Identity-H)');
    const words = '* /Ordering (Identity-H) endobj # /Ordering (Identity-H) endobj';
    const bytes = utf8(words);
    repairOrdering(bytes, words.indexOf('#'));
    expect(binary(bytes)).toBe('* /Ordering (Identity-H) endobj # /Ordering (Identity)   endobj');
    expect(() => repairOrdering(utf8('nothing endobj'), 0)).toThrow('Ordering');
  });

  it('5: each weight has a name of its own with a subset tag', () => {
    expect(file).toContain('/BaseFont /AAAAAB+AtkinsonHyperlegibleNext-Regular\n');
    expect(file).toContain('/BaseFont /AAAAAC+AtkinsonHyperlegibleNext-Bold\n');
  });

  it('6: the document opens at its first page, which is object 3', () => {
    expect(file).toContain('/OpenAction [3 0 R');
    expect(object(3)).toMatch(/^<<\/Type \/Page\n/);
    expect(object(3)).toContain('/StructParents 0');
  });

  it('7: no stream is empty', () => {
    expect(() => objectsOf(newJsPdf()).stream('', new Uint8Array())).toThrow('an empty stream');
    const blank = binary(printed([{ kind: 'pageBreak' }, { kind: 'pageBreak' }]).bytes);
    expect(blank.split('/Type /Page\n')).toHaveLength(4);
    expect(blank).not.toMatch(/<<\n>>\nendobj/);
  });

  it('8: text is hexadecimal, and all else matches a closed pattern', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(textString(text)).toMatch(/^<FEFF([0-9A-F]{4})*>$/);
      }),
    );
    expect(textString('Tŷ')).toBe('<FEFF00540177>');
    expect(mediaTypeName('application/vnd.ms-excel')).toBe('/application#2Fvnd#2Ems#2Dexcel');
    expect(number(1 / 3)).toBe('0.333');
    for (const wrong of [
      () => asciiString('é'),
      () => mediaTypeName('a b'),
      () => fileIdToken('<'),
      () => languageTag('en /X'),
      () => number(NaN),
      () => number(1e21),
    ])
      expect(wrong).toThrow('not a token');
  });

  it('9: no two characters that a record may hold share a glyph, and each has one, in both weights', () => {
    for (const name of ['regular', 'bold'] as const) {
      const { fonts } = open();
      expect(fonts.missing(allowed.join(''), name)).toEqual([]);
      const doc = newJsPdf();
      doc.addFileToVFS('x.ttf', binary(resources.fonts[name]));
      doc.addFont('x.ttf', 'x', 'normal');
      doc.setFont('x', 'normal');
      const { metadata } = doc.internal.getFont();
      expect(new Set(allowed.map((sign) => metadata.characterToGlyph(sign.codePointAt(0) ?? 0))).size).toBe(
        allowed.length,
      );
    }
  });

  it('10: what is repeated is an artifact, and the signature field needs neither appearance nor tag', () => {
    const headers =
      binary(printed(example.filter(({ kind }) => kind === 'table')).bytes).match(/\/Artifact BMC\nBT/g) ?? [];
    expect(headers.length).toBeGreaterThan(2); // two columns on each further page
    const pages = file.split('/Type /Page\n').length - 1;
    expect(file.split('/Artifact <</Type /Pagination>> BDC')).toHaveLength(pages * 6 + 1);
    const field = /<< \/Type \/Annot .*/.exec(file)?.[0] ?? '';
    expect(field).toMatch(/\/FT \/Sig \/T \(Signature\) .*\/F 132 \/Rect \[-1 -1 -1 -1\]/);
    expect(field).not.toMatch(/StructParent |\/AP/);
  });

  it('11: attachments stand in the order of their names, all of them associated', () => {
    const written: string[] = [];
    const objects: Objects = {
      reserve: () => 0,
      fill: () => undefined,
      stream: () => 9,
      add: (text) => written.push(text),
    };
    const attachment = (name: string) =>
      ({
        ...options.attachments[0],
        name,
        type: 'text/plain',
        description: 'd',
        relationship: 'Data',
        bytes: recordJson,
      }) as const;
    const list = writeAttachments(objects, ['b', 'ŷ', 'B', 'a'].map(attachment), options.createdAt);
    expect(list.map(({ key }) => key)).toEqual([...['B', 'a', 'b'].map(asciiString), textString('ŷ')]);
    expect(list.map(({ key }) => key)).toEqual(list.map(({ key }) => key).toSorted());
    const [, associated = ''] = /\/AF \[([^\]]*)\]/.exec(file) ?? [];
    expect(associated.match(/\d+ 0 R/g)).toHaveLength(options.attachments.length);
  });

  it('12: what is enclosed is Flate-encoded, so that a file has one end and one of each object', () => {
    expect(file.split('%%EOF')).toHaveLength(2);
    expect(file.split('startxref')).toHaveLength(2);
    expect(file.match(/\/Type \/EmbeddedFile .* \/Filter \/FlateDecode/g)).toHaveLength(options.attachments.length);
  });

  it('13: the information dictionary holds no text of anybody’s', () => {
    const [, info = ''] = /\/Info (\d+) 0 R/.exec(file) ?? [];
    expect(object(Number(info))).toBe("<<\n/Producer (jsPDF 4.2.1)\n/CreationDate (D:20261122101500+00'00')\n>>");
  });

  it('14: dates and ids cannot carry anything else', () => {
    const crafted = '2026-11-22T10:15:00+00:00</xmp:CreateDate><dc:title>';
    expect(() => pdfDate(crafted)).not.toThrow(); // the offset is read at its place …
    expect(pdfDate(crafted)).toBe("D:20261122101500+00'00'"); // … and what follows does not come along
    expect(xmpDate('2026-11-22T11:15:00+01:00')).toBe('2026-11-22T10:15:00+00:00');
    expect(() => pdfDate('D:20261122')).toThrow();
    for (const [changed, code] of [
      [{ createdAt: crafted }, 'pdf.time'],
      [{ createdAt: '2026-02-31T10:15:00+00:00' }, 'pdf.time'],
      [{ createdAt: '2038-01-01T00:00:00+00:00' }, 'pdf.time'],
      [{ fileId: 'A'.repeat(32) }, 'pdf.file-id'],
      [{ language: 'en) /X (' }, 'pdf.language'],
      [{ title: 'a\nb' }, 'pdf.text-characters'],
    ] as const)
      expect(print(example, changed)).toMatchObject({ ok: false, failures: [{ code }] });
    const title = 'Profit & loss <x> /Title (y) >>';
    const raw = binary(printed(example, { title }).bytes);
    expect(raw).toContain('Profit &amp; loss &lt;x&gt;');
    expect(raw).not.toContain(title);
  });

  it('15: ink outside the margins is refused, and so is ink that is neither content nor artifact', () => {
    const pdf = open();
    const p = pdf.element(pdf.root, 'P');
    const at = (x: number, y: number) => (): void => pdf.mark(p, () => pdf.text('wide', x, y, style));
    expect(at(body.left, body.top + 12)).not.toThrow();
    for (const outside of [
      at(body.left - 1, 200),
      at(body.right - 8, 200),
      at(body.left, body.top),
      at(body.left, body.bottom),
    ])
      expect(() => open() && outside()).toThrow(/ink outside|inside marked/);
    expect(() => open().text('x', 100, 100, style)).toThrow('neither content nor artifact');
    expect(() => open().rect(body, '#000000')).toThrow('neither content nor artifact');
  });
});

describe('the place of the signature', () => {
  it('is where the writer put it, whatever the words say', () => {
    const { bytes, byteRangeAt, contentsAt } = printed(
      [{ kind: 'paragraph', text: `/ByteRange ${emptyByteRange} /Contents <00>` }],
      {
        signature: { ...options.signature, reason: `/ByteRange ${emptyByteRange} /Contents <00>`, bytes: 16384 },
      },
    );
    const text = binary(bytes);
    expect(text.slice(byteRangeAt - 11, byteRangeAt + emptyByteRange.length)).toBe(`/ByteRange ${emptyByteRange}`);
    expect(text.slice(contentsAt - 10, contentsAt + 2 + 32768)).toBe(`/Contents <${'0'.repeat(32768)}>`);
  });
});

describe('the same bytes everywhere', () => {
  const hash = (): string => sha256Hex(printed().bytes);

  it('come out twice, and in other time zones', () => {
    expect(hash()).toBe(exampleSha256);
    const zone = process.env.TZ;
    for (const other of ['Asia/Kolkata', 'America/St_Johns']) {
      process.env.TZ = other;
      expect(hash()).toBe(exampleSha256);
    }
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  it('because nothing that depends on place, language, clock or rounding is used', () => {
    const files = ['', 'print', 'tagged'].flatMap((folder) =>
      readdirSync(join('src/pdf', folder))
        .filter((name) => name.endsWith('.ts'))
        .map((name) => join('src/pdf', folder, name)),
    );
    const forbidden =
      /\bIntl\b|toLocale|Math\.(pow|sin|cos|tan|atan|sqrt|exp|log|random)|\*\*[^/*]|new Date|Date\.now|localeCompare/;
    expect(files.length).toBeGreaterThan(20);
    for (const name of files) {
      const code = readFileSync(name, 'utf8').replace(/\/\*\*[\s\S]*?\*\//g, '');
      expect([name, forbidden.exec(code)?.[0]]).toEqual([name, undefined]);
    }
  });
});
