import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { csvFile } from '../../src/base/csv';
import { replay } from '../../src/assessment/assessment';
import type { Entry } from '../../src/assessment/log';
import type { Model } from '../../src/policy/model';
import { sheetOf } from '../../src/pdf/compose';
import { composeExtract, makeExtract } from '../../src/pdf/extract';
import { extractWords } from '../../src/pdf/renderer/extract-words';
import type { ProvenRecord } from '../../src/record/chain';
import { type ReadyRecord, sealRecord } from '../../src/record/seal';
import { valueOf } from '../signing/material';
import { randomAnswers, seeded } from '../support/answers';
import { knownPolicy } from '../support/policies';
import { logOf } from '../support/records';
import { itWith } from '../support/tools';
import { latin1, refusals } from '../verify/forge';
import { model as lending, officer, recordOf, resources } from '../verify/made';
import { visible } from './leaf';

const { model: partnership } = knownPolicy('decision-trees/partnership', '1.0.0.json');

/** Stands in every text that an officer wrote, so that each can be found again where it must not be. */
const secret = (key: string): string => `Secret of ${key.replaceAll(/[^a-z0-9]/g, ' ')}.`;

/** A record whose every text, note and reason says which question it answers. */
const sealed = (model: Model, seed: number, practice: boolean): ReadyRecord => {
  const { payload } = recordOf();
  const answers = new Map(
    [...randomAnswers(model, seeded(seed), { today: '2026-11-22', optional: 'filled' })].map(([key, answer]) => {
      const kind = model.places.get(key.split('/')[0] ?? key)?.field.kind;
      return [key, kind === 'text' ? secret(key) : answer] as const;
    }),
  );
  const log = logOf(model, answers, seeded(seed), { notes: true, changed: 5 }).map((entry): Entry => {
    if (entry.kind === 'noted') return { ...entry, value: 'Secret note.' };
    return entry.kind === 'started' && practice ? { ...entry, practice } : entry;
  });
  const assessment = replay(model, log);
  if (!assessment) throw new Error('no assessment');
  return valueOf(
    sealRecord(assessment, {
      rendererSha256: payload.renderer.sha256,
      app: payload.app,
      partnership: payload.partnership,
      revision: 1,
      signer: { ...payload.signer, name: 'Secret Signer', job: 'Secret job', service: 'Secret service' },
      algorithm: 'ES256',
      signedAt: '2026-11-25T10:15:00+00:00',
      evidence: [],
    }),
  );
};

const provenOf = (model: Model, { id, payload }: ReadyRecord): ProvenRecord => ({
  id,
  payload,
  policy: model.policy,
  settings: model.settings,
  earlier: new Map(),
});

const sheet = (record: ProvenRecord) => {
  const made = sheetOf(record);
  if (!made) throw new Error('no sheet');
  return made;
};

/** Whether a public register field is read from the field of an answer, or from the rows that it stands in. */
const isPublic = (model: Model, key: string): boolean => {
  const field = key.split('/')[0] ?? key;
  const group = model.places.get(field)?.group?.id;
  const sources = JSON.stringify(model.policy.register.fields.filter((one) => one.public).map(({ from }) => from));
  return [field, group].some((id) => sources.includes(`"${id}"`));
};

/** A CSV file as a spreadsheet splits it, at this sign: a quote opens a cell only where the cell begins. */
const cellsOf = (text: string, separator: string): readonly (readonly string[])[] => {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (quoted && sign === '"' && text.charAt(at + 1) === '"') [cell, at] = [`${cell}"`, at + 1];
    else if (sign === '"' && (quoted || cell === '')) quoted = !quoted;
    else if (!quoted && sign === separator) [, cell] = [rows.at(-1)?.push(cell), ''];
    else if (!quoted && text.startsWith('\r\n', at)) {
      rows.at(-1)?.push(cell);
      rows.push([]);
      [cell, at] = ['', at + 1];
    } else cell += sign;
  }
  return rows.slice(0, -1);
};

const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

describe('a CSV file', () => {
  const text = fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '"', ',', ';', '\t', '\n', ' ', "'", 'a', 'ŵ') });
  const rows = fc.array(fc.array(text, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 3 });

  it('has a byte order mark, and is read as it was written, with an apostrophe before what would be worked out', () => {
    expect(
      textOf(
        csvFile([
          ['a', '=1+1'],
          ['"quoted", twice', '+44 20'],
        ]),
      ),
    ).toBe('\uFEFF"a","\'=1+1"\r\n"""quoted"", twice","\'+44 20"\r\n');
  });

  it('holds no formula, at whichever sign a spreadsheet splits it', () => {
    fc.assert(
      fc.property(rows, (cells) => {
        const file = textOf(csvFile(cells)).slice(1);
        for (const separator of [',', ';', '\t'])
          for (const cell of cellsOf(file, separator).flat()) expect(cell.trim()).not.toMatch(/^[=+\-@]/);
        expect(
          cellsOf(file, ',')
            .flat()
            .map((cell) => cell.replaceAll("'", '')),
        ).toEqual(cells.flat().map((cell) => cell.replaceAll("'", '')));
      }),
    );
  });
});

describe('a public extract', () => {
  test('holds no field that is not public, no name of the signer, no note, no title and no file, whatever the answers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), fc.boolean(), (seed, practice) => {
        const model = seed % 2 === 0 ? partnership : lending;
        const record = provenOf(model, sealed(model, seed, practice));
        const text = visible(composeExtract(sheet(record)));
        const csv = textOf(valueOf(makeExtract(record, resources)).csv);
        for (const said of [text, csv]) {
          expect(said).not.toMatch(/Secret (?:note|Signer|job|service)/);
          for (const key of record.payload.result.answers.map(({ id }) => id))
            if (!isPublic(model, key)) expect(said).not.toContain(secret(key));
          expect(said).toContain(record.id);
          expect(said.includes('PRACTICE')).toBe(practice);
        }
        for (const field of model.policy.register.fields)
          expect(text.split('\n').includes(field.label.en)).toBe(
            field.public && record.payload.result.register.some(({ id }) => id === field.id),
          );
      }),
      { numRuns: 8 },
    );
  });

  test('is one row under its headings, a column for each public field, in the order of the policy', () => {
    const record = provenOf(partnership, sealed(partnership, 3, false));
    const [headings = [], row = [], ...more] = cellsOf(
      textOf(valueOf(makeExtract(record, resources)).csv).slice(1),
      ',',
    );
    expect(more).toEqual([]);
    expect(headings.slice(4)).toEqual(
      partnership.policy.register.fields.filter((field) => field.public).map(({ label }) => label.en),
    );
    expect(row).toHaveLength(headings.length);
    expect(row.slice(0, 3)).toEqual(['COPY', record.payload.reference, record.id]);
  });

  test('encloses nothing, has no place for a signature, and the same record gives the same bytes', () => {
    const record = provenOf(lending, recordOf({ seed: 10 }));
    const { pdf, csv } = valueOf(makeExtract(record, resources));
    expect(latin1(pdf)).not.toMatch(/EmbeddedFile|\/AF\b|AcroForm|\/Sig\b|ByteRange|DocMDP/);
    expect(latin1(pdf)).not.toContain(officer.certificate.commonName);
    expect(valueOf(makeExtract(record, resources))).toEqual({ pdf, csv });
  });

  test('is refused as a record, and the refusal names the original', async () => {
    const record = provenOf(lending, recordOf());
    expect(await refusals(valueOf(makeExtract(record, resources)).pdf)).toEqual(['form: verify.copy']);
  });
});

const folder = mkdtempSync(join(tmpdir(), 'extract-'));
const written = (model: Model, record: ReadyRecord, name: string): string => {
  const file = join(folder, name);
  writeFileSync(file, valueOf(makeExtract(provenOf(model, record), resources)).pdf);
  return file;
};

itWith('verapdf', 'a public extract is PDF/A-3a and PDF/UA-1', (verapdf) => {
  const file = written(partnership, sealed(partnership, 4, false), 'a.pdf');
  for (const flavour of ['3a', 'ua1'])
    expect(verapdf('-f', flavour, '--format', 'text', file).stdout).toMatch(/^PASS /);
});

itWith(
  'pdftotext',
  'every page of a public extract says COPY, the reference, the record and where the original is',
  (pdftotext) => {
    for (const practice of [false, true]) {
      const record = sealed(partnership, 4, practice);
      const pages = pdftotext('-layout', written(partnership, record, 'b.pdf'), '-')
        .stdout.split('\f')
        .slice(0, -1);
      expect(pages.length).toBeGreaterThan(1);
      for (const page of pages) {
        const mark = extractWords.mark(practice);
        expect(page.trimStart().split('\n')[0]).toBe(extractWords.title(mark, record.payload.reference));
        expect(page).toContain(`${mark}. The signed original is kept by the council`);
        expect(page).toContain(`Record ${record.id}`);
      }
    }
  },
);

itWith('qpdf', 'a public extract is a sound file', (qpdf) => {
  expect(qpdf('--check', written(lending, recordOf(), 'c.pdf')).status).toBe(0);
});
