import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { sha256Hex } from '../../src/base/hash';
import { canonicalText } from '../../src/base/text';
import type { Block, DocumentModel } from '../../src/pdf/document';
import { signPlaceholder } from '../../src/signing/sign';
import { verifySignature } from '../../src/signing/verify-signature';
import { keyholder, subtle, valueOf } from '../signing/material';
import { srgbProfile } from '../support/srgb-profile';
import { itWith } from '../support/tools';
import { example, options, recordJson } from './example';
import { print, printed, resources } from './printed';

const folder = mkdtempSync(join(tmpdir(), 'pdf-'));
const signedFile = join(folder, 'signed.pdf');

beforeAll(async () => {
  const places = printed();
  const bytes = valueOf(await signPlaceholder(subtle, places, (await keyholder('ES256')).signer));
  expect((await verifySignature(subtle, { ...places, bytes })).ok).toBe(true);
  writeFileSync(signedFile, bytes);
});

describe('fonts and colour profile', () => {
  it('are the bytes that records are printed with', () => {
    expect([resources.fonts.regular, resources.fonts.bold, resources.icc].map(sha256Hex)).toEqual([
      '60f8c1a1b2e7da47ff7af95c3e5b5b1232ca5b3771e93eb587784f08fb1e6650',
      '4ba7415b7095e546720446b6d47daa95d6f482d9fd40c729793e21d67cc9f366',
      '172fde8877c09dfca6a940559dc9ef18b899502bb301cd3ec0a151ccf1d480d8',
    ]);
  });

  it('have a profile that can be made again from public constants', () => {
    expect(sha256Hex(srgbProfile())).toBe(sha256Hex(resources.icc));
  });
});

describe('a document', () => {
  it.each<[string, string, DocumentModel]>([
    [
      'a heading that skips a level',
      'pdf.heading-order',
      [
        { kind: 'heading', level: 1, text: 'A' },
        { kind: 'heading', level: 3, text: 'B' },
      ],
    ],
    ['a first heading that is not the first level', 'pdf.heading-order', [{ kind: 'heading', level: 2, text: 'A' }]],
    [
      'a row of another length',
      'pdf.table-shape',
      [{ kind: 'table', columns: [{ heading: 'A', share: 1 }], rows: [['a', 'b']] }],
    ],
    ['a column without width', 'pdf.table-shape', [{ kind: 'table', columns: [{ heading: 'A', share: 0 }], rows: [] }]],
    ['no items', 'pdf.table-shape', [{ kind: 'list', style: 'bullet', items: [] }]],
    ['an empty text', 'pdf.empty', [{ kind: 'panel', title: '', lines: [] }]],
    [
      'a line break outside a person’s words',
      'pdf.text-characters',
      [{ kind: 'pairs', pairs: [{ label: 'a', value: 'b\nOutcome: yes' }] }],
    ],
    [
      'a grid whose cells do not fill it',
      'pdf.table-shape',
      [
        {
          kind: 'matrix',
          alt: 'a',
          across: { label: 'x', levels: ['1'] },
          up: { label: 'y', levels: ['1'] },
          cells: [[]],
        },
      ],
    ],
  ])('is refused with %s', (_, code, model) => {
    expect(print(model)).toMatchObject({ ok: false, failures: [{ code }] });
  });

  it('is refused with attachments that are misnamed, doubled or of no type', () => {
    const [first] = options.attachments;
    if (!first) throw new Error();
    const codes = (...attachments: readonly (typeof first)[]): unknown => print(example, { attachments });
    expect(codes({ ...first, name: '../record.json' })).toMatchObject({ failures: [{ code: 'pdf.attachment-name' }] });
    expect(codes(first, first)).toMatchObject({ failures: [{ code: 'pdf.attachment-name' }] });
    expect(codes({ ...first, type: 'text/plain; x' })).toMatchObject({ failures: [{ code: 'pdf.attachment-type' }] });
    expect(codes()).toMatchObject({ ok: true });
  });

  it('is refused when it would take over 300 pages', () => {
    const many: DocumentModel = Array.from({ length: 300 }, (): Block => ({ kind: 'pageBreak' }));
    expect(print(many)).toMatchObject({ failures: [{ code: 'pdf.too-long' }] });
    expect(print(many.slice(1))).toMatchObject({ ok: true });
  });

  it('is printed or refused, never thrown: whatever blocks and texts it has', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 40 }).map((any) => canonicalText(any, false) || 'A'),
      fc.constantFrom('A', 'x'.repeat(4000), 'ŵ '.repeat(3000).trim(), 'W'.repeat(30)),
    );
    const levels = fc.array(text, { minLength: 1, maxLength: 6 });
    const block: fc.Arbitrary<Block> = fc.oneof(
      fc.record({ kind: fc.constant('paragraph' as const), text, small: fc.boolean() }),
      fc.record({ kind: fc.constant('heading' as const), level: fc.constantFrom(1 as const, 2 as const), text }),
      fc.record({
        kind: fc.constant('list' as const),
        style: fc.constantFrom('bullet' as const, 'number' as const),
        items: fc.array(text, { maxLength: 4 }),
      }),
      fc.record({
        kind: fc.constant('words' as const),
        label: text,
        text: fc.array(text).map((lines) => lines.join('\n')),
      }),
      fc.record({ kind: fc.constant('panel' as const), title: text, lines: fc.array(text, { maxLength: 3 }) }),
      fc.record({
        kind: fc.constant('pairs' as const),
        pairs: fc.array(fc.record({ label: text, value: text }), { maxLength: 4 }),
      }),
      fc.record({ kind: fc.constant('space' as const), points: fc.integer({ min: 0, max: 900 }) }),
      fc.array(fc.array(text, { minLength: 3, maxLength: 3 }), { maxLength: 5 }).map((rows) => ({
        kind: 'table' as const,
        columns: [
          { heading: 'A', share: 1 },
          { heading: 'B', share: 3 },
          { heading: 'C', share: 2, align: 'right' as const },
        ],
        rows,
      })),
      fc.record({ up: levels, across: levels, cell: text }).map(({ up, across, cell }) => ({
        kind: 'matrix' as const,
        alt: 'A grid',
        up: { label: 'Up', levels: up },
        across: { label: 'Across', levels: across },
        cells: up.map(() => across.map(() => ({ text: cell, tone: 1 as const, chosen: true }))),
      })),
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 6 }), (blocks) => {
        const result = print([{ kind: 'heading', level: 1, text: 'H' }, ...blocks], { attachments: [] });
        if (!result.ok) expect(result.failures[0]?.code).toMatch(/^pdf\./);
      }),
      { numRuns: 60 },
    );
  });

  itWith('pdfinfo', 'reads aloud in order, every word in its place', (pdfinfo) => {
    const { stdout } = pdfinfo('-struct-text', signedFile);
    for (const block of example) {
      if (block.kind === 'paragraph' && typeof block.text === 'string') expect(stdout).toContain(`"${block.text}"`);
      if (block.kind === 'words') for (const line of block.text.split('\n')) expect(stdout).toContain(line);
    }
    expect(stdout.match(/^\s*H[123]/gm)?.map((heading) => heading.trim())).toEqual(
      example.flatMap((block) =>
        block.kind === 'heading' ? [`H${block.level}`] : block.kind === 'contents' ? ['H2'] : [],
      ),
    );
    expect(stdout.match(/"Question"/g)).toHaveLength(1); // repeated headings are artifacts
    expect(stdout.replaceAll(/"\s+"/g, '')).toContain(`"${'word '.repeat(400).trim()}"`); // one cell over several pages
    expect(stdout).not.toMatch(/Page \d+ of/);
  });

  itWith('pdftotext', 'prints the reference, the record and the page on every page', (pdftotext) => {
    const pages = pdftotext('-layout', signedFile, '-').stdout.split('\f').slice(0, -1);
    pages.forEach((page, index) => {
      expect(page).toMatch(new RegExp(`E-7K2MQ-04XTB +9a36bcbf0e1d2c3b +Page ${index + 1} of ${pages.length}\\s*$`));
    });
  });

  itWith('pdftotext', 'says what the colours of a grid stand for, beside its upper axis', (pdftotext) => {
    const { stdout } = pdftotext('-layout', signedFile, '-');
    expect(stdout).toMatch(/Impact +Low +Moderate +Tŷ – high\n/);
    const grid = example.find(({ kind }) => kind === 'matrix');
    const wide = Array.from({ length: 6 }, () => ({ tone: 2 as const, text: 'W'.repeat(30) }));
    if (grid?.kind !== 'matrix') throw new Error('no grid');
    const title = { kind: 'heading', level: 1, text: 'H' } as const;
    expect(print([title, { ...grid, legend: wide }])).toMatchObject({ ok: true }); // no ink outside the margins
    expect(print([title, { ...grid, legend: [...wide, ...wide] }])).toMatchObject({
      failures: [{ code: 'pdf.table-shape' }],
    });
  });

  itWith('pdfdetach', 'gives its attachments back byte for byte', (pdfdetach) => {
    pdfdetach('-saveall', '-o', folder, signedFile);
    const list = pdfdetach('-list', signedFile).stdout;
    expect(list).toContain('Cynllun busnes Tŷ Mawr.pdf');
    expect(sha256Hex(new Uint8Array(readFileSync(join(folder, 'record.json'))))).toBe(sha256Hex(recordJson));
  });

  itWith('qpdf', 'is a sound file for qpdf', (qpdf) => {
    const { status, stdout, stderr } = qpdf('--check', signedFile);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('No syntax or stream encoding errors');
  });

  itWith('pdfsig', 'is signed as a whole for pdfsig', (pdfsig) => {
    const { stdout } = pdfsig('-nocert', signedFile);
    expect(stdout).toContain('Signature is Valid.');
    expect(stdout).toContain('Total document signed');
  });

  itWith('mutool', 'is unchanged since signing for mutool', (mutool) => {
    expect(mutool('sign', '-v', signedFile).stdout).toContain('The document is unchanged since signing.');
  });

  itWith('pdffonts', 'embeds subsets of two fonts and no others', (pdffonts) => {
    const { stdout, stderr } = pdffonts(signedFile);
    expect(stderr).toBe(''); // poppler complains of an unknown character collection
    expect(stdout.match(/yes yes yes/g)).toHaveLength(2);
    expect(stdout.trim().split('\n')).toHaveLength(4);
  });

  itWith('verapdf', 'is PDF/A-3a and PDF/UA-1', (verapdf) => {
    for (const flavour of ['3a', 'ua1']) {
      const { stdout } = verapdf('-f', flavour, '--format', 'text', signedFile);
      expect(stdout).toMatch(/^PASS /);
    }
  });
});
