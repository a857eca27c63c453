import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8 } from '../../src/base/bytes';
import { isCanonicalText } from '../../src/base/text';
import type { DocumentModel } from '../../src/pdf/document';
import { objectOffsets } from '../../src/pdf/tagged/finish';
import { binary } from '../../src/pdf/tagged/tokens';
import { hostileAllowed } from '../support/hostile';
import { options } from './example';
import { printed } from './printed';

/** What could close, open or imitate something, in PDF, in a page's content, in XML and in JSON. */
const fragments = [
  ' ',
  ' Do',
  '1 0 R',
  '1 0 obj',
  ...'endobj endstream stream xref trailer %%EOF /JS /AA /URI <FEFF #20 BT ET EMC BDC Tj'.split(' '),
  ...'<< >> < > ( ) \\ \\) [ ] { } % & &lt; &#0; ]]> </x> <!-- <? " \' x W i ŷ č é –'.split(' '),
];

/** A text of at most 14 characters, so that it stands on one line wherever it is put. */
const hostile = fc
  .array(fc.constantFrom(...fragments), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join('').slice(0, 14).replace(/ +/g, ' ').trim())
  .filter((text) => text !== '' && isCanonicalText(text, false));

const fields = 28;

/** A document with every kind of block and every field that holds a text. */
const filled = (text: (field: number) => string): { model: DocumentModel; changed: Partial<typeof options> } => ({
  model: [
    { kind: 'heading', level: 1, text: text(0) },
    { kind: 'paragraph', text: text(1) },
    { kind: 'paragraph', text: [{ text: text(2), bold: true }], small: true },
    { kind: 'heading', level: 2, text: text(3) },
    { kind: 'list', style: 'bullet', items: [text(4)] },
    { kind: 'list', style: 'number', items: [text(5)] },
    {
      kind: 'table',
      rowHeaders: true,
      columns: [
        { heading: text(6), share: 1 },
        { heading: text(7), share: 1, align: 'right' },
      ],
      rows: [[text(8), text(9)]],
    },
    { kind: 'pairs', pairs: [{ label: text(10), value: text(11) }] },
    { kind: 'words', label: text(12), text: text(13) },
    { kind: 'panel', title: text(14), lines: [text(15)] },
    {
      kind: 'matrix',
      alt: text(16),
      across: { label: text(17), levels: [text(18)] },
      up: { label: text(19), levels: [text(20)] },
      cells: [[{ text: text(21), tone: 1 }]],
    },
  ],
  changed: {
    title: text(22),
    author: text(23),
    subject: text(24),
    footer: { reference: text(25), recordId: options.footer.recordId, page: (page, pages) => `${page} of ${pages}` },
    attachments: [
      {
        name: 'record.json',
        type: 'application/json',
        description: text(26),
        relationship: 'Data',
        bytes: utf8('{"always":"the same"}'),
      },
    ],
    signature: { ...options.signature, name: text(27), reason: text(23) },
  },
});

interface Skeleton {
  /** Every object without its strings, its lengths and what is in its stream. */
  readonly objects: readonly string[];
  /** What stands in the streams of the pages when strings and numbers are taken out. */
  readonly operators: readonly string[];
  /** The elements of the metadata, without their text. */
  readonly elements: readonly string[];
}

const count = (file: string): number => Number(/\nxref\n0 (\d+)\n/.exec(file)?.[1]);

const skeletonOf = (bytes: Uint8Array): Skeleton => {
  const file = binary(bytes);
  const offsetOf = objectOffsets(bytes);
  const ids = Array.from({ length: count(file) - 1 }, (_, index) => index + 1);
  const starts = ids.map(offsetOf).toSorted((a, b) => a - b);
  const whole = ids.map((id) => {
    const from = offsetOf(id);
    return file.slice(from, starts.find((start) => start > from) ?? file.lastIndexOf('\nxref\n'));
  });
  const blank = (text: string): string =>
    text
      .replace(/<[0-9A-Fa-f]*>/g, '<>')
      .replace(/\/(Length1?) \d+/g, '/$1')
      .replace(/\/W \[[^]*?\]\n/g, '/W\n')
      .replace(/\/BBox \[[^\]]*\]/g, '/BBox');
  const streams = whole.flatMap((text) => {
    const at = text.indexOf('stream\n');
    return at < 0 ? [] : [{ about: text.slice(0, at), data: text.slice(at + 7, text.lastIndexOf('\nendstream')) }];
  });
  const metadata = streams.find(({ about }) => about.includes('/Type /Metadata'))?.data ?? '';
  const pages = streams.filter(({ data }) => data.includes(' BDC\n'));
  return {
    objects: whole.map((text) =>
      blank(text.slice(0, text.includes('stream\n') ? text.indexOf('stream\n') : undefined)),
    ),
    operators: [
      ...new Set(
        pages.flatMap(({ data }) =>
          blank(data)
            .replace(/<<[^>]*>>/g, '')
            .split(/\s+/),
        ),
      ),
    ].filter((token) => token !== '' && !/^-?[\d.]+$/.test(token)),
    elements: metadata.match(/<[^>]*>/g) ?? [],
  };
};

const skeletonWith = (text: (field: number) => string): Skeleton => {
  const { model, changed } = filled(text);
  return skeletonOf(printed(model, changed).bytes);
};

describe('hostile text', () => {
  const plain = skeletonWith(() => 'Plain');

  it('leaves the objects of the file, the elements of its metadata and the operators of its pages as they were', () => {
    expect(plain.objects.length).toBeGreaterThan(50);
    expect(plain.elements.length).toBeGreaterThan(20);
    fc.assert(
      fc.property(fc.array(hostile, { minLength: fields, maxLength: fields }), (texts) => {
        const found = skeletonWith((field) => texts[field] ?? 'x');
        expect(found.objects).toEqual(plain.objects);
        expect(found.elements).toEqual(plain.elements);
        expect(found.operators.toSorted()).toEqual(plain.operators.toSorted());
      }),
      { numRuns: 40 },
    );
  });

  it('of the shared list too, in pieces that stand on one line', () => {
    const pieces = hostileAllowed.flatMap((text) =>
      (text.slice(0, 280).match(/.{1,14}/g) ?? []).map((piece) => piece.trim()),
    );
    const distinct = [...new Set(pieces)].filter((piece) => isCanonicalText(piece, false) && piece !== '');
    expect(distinct.length).toBeGreaterThan(150);
    for (let from = 0; from < distinct.length; from += fields) {
      const found = skeletonWith((field) => distinct[from + field] ?? 'x');
      expect(found.objects).toEqual(plain.objects);
      expect(found.elements).toEqual(plain.elements);
    }
  });

  it.each(fragments.filter((text) => isCanonicalText(text, false)))('alone in every field: %j', (text) => {
    const found = skeletonWith(() => text);
    expect(found).toEqual({ ...plain, operators: expect.any(Array) as unknown });
    expect(found.operators.toSorted()).toEqual(plain.operators.toSorted());
  });
});
