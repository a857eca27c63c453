import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deskCsv, deskJson } from '../../../src/features/verify/folder/export';
import { linked, type Linked } from '../../../src/features/verify/folder/links';
import { type Row, rowOf } from '../../../src/features/verify/folder/row';
import { drawSample, strataIn } from '../../../src/features/verify/folder/sample';
import { shownOf } from '../../../src/features/verify/folder/shown';
import { madeRecord, recordOf, verify } from '../../verify/made';
import { madeAfter } from '../../verify/made-sequel';

type Record = NonNullable<NonNullable<Row['document']>['record']>;

let number = 0;
/** A row of a record, as the desk keeps it; what is not told is its own. */
const recordRow = (id: string, record: Partial<Record> = {}, more: Partial<Row['document']> = {}): Row => ({
  number: number++,
  name: `${id}.pdf`,
  size: 1,
  standing: 'accepted',
  practice: false,
  lines: [{ id: 'form', state: 'good', text: '' }],
  document: {
    id,
    kind: 'record',
    signedAt: '2026-11-22T10:15:00+00:00',
    signer: 'Sam Example',
    decision: undefined,
    follows: undefined,
    reference: `E-${id}`,
    ...more,
    record: {
      id,
      evaluation: `evaluation of ${id}`,
      partnership: 'p',
      revision: 1,
      replaces: undefined,
      signedAt: more?.signedAt ?? '2026-11-22T10:15:00+00:00',
      title: `Title of ${id}`,
      outcome: 'lend',
      outcomeTitle: 'Lend it',
      policy: 'equipment 1.0.0',
      sameAnswers: id,
      texts: {},
      register: {},
      answers: {},
      told: {
        policy: { id: 'equipment', version: '1.0.0', title: 'Lending' },
        signer: 'Sam Example',
        outcome: { id: 'lend', label: 'Lend it' },
        decision: undefined,
        conditions: [],
        evenRefused: false,
        figures: undefined,
      },
      ...record,
    },
  },
});
const decisionRow = (id: string, follows: string, on: Partial<Record>): Row =>
  recordRow(id, { id: follows, ...on }, { kind: 'decision', follows, decision: 'approve' });
const marksOf = (rows: readonly Row[]) => Object.fromEntries(linked(rows).map(({ row, marks }) => [row.name, marks]));

describe('files seen together', () => {
  it('a record is superseded too where the later one lies inside a decision', () => {
    const first = recordRow('a', { evaluation: 'e', signedAt: '2026-11-22T10:00:00+00:00' });
    const second = decisionRow('d', 'b', { evaluation: 'e', signedAt: '2026-11-22T11:00:00+00:00' });
    expect(marksOf([first, second])).toEqual({ 'a.pdf': ['superseded'], 'd.pdf': [] });
  });

  it('belong together by their assessment, receipts by what they follow', () => {
    const record = recordRow('a', { evaluation: 'e' });
    const decision = decisionRow('d', 'a', { evaluation: 'e' });
    const receipt: Row = { ...recordRow('r', {}, { kind: 'registered', follows: 'd' }) };
    const bare: Row = { ...receipt, document: receipt.document && { ...receipt.document, record: undefined } };
    const foreign: Row = { ...recordRow('x'), standing: 'refused', document: undefined };
    const groups = linked([record, decision, bare, foreign]).map(({ group }) => group);
    expect(groups.slice(0, 3)).toEqual(['e', 'e', 'e']);
    expect(groups[3]).not.toBe('e');
  });

  it('are marked: copies, what is superseded and what stands on it, rivals, same answers and another outcome', () => {
    const first = recordRow('a', { evaluation: 'e' });
    const copy = { ...first, number: number++, name: 'copy.pdf' };
    const later = recordRow('b', { replaces: 'a' });
    const [yes, no] = [decisionRow('d1', 'a', {}), decisionRow('d2', 'a', {})];
    const same = recordRow('c', { sameAnswers: 's', outcome: 'lend' });
    const other = recordRow('o', { sameAnswers: 's', outcome: 'refuse' });
    expect(marksOf([first, copy, later, yes, no, same, other])).toEqual({
      'a.pdf': ['superseded'],
      'copy.pdf': ['duplicate', 'superseded'],
      'b.pdf': [],
      'd1.pdf': ['on-superseded', 'rival'],
      'd2.pdf': ['on-superseded', 'rival'],
      'c.pdf': ['same-answers'],
      'o.pdf': ['same-answers'],
    });
  });

  it('are named as the original of a copy, or the copy is said to stand alone', () => {
    const id = '0123456789abcdef'.padEnd(64, '0');
    const copy = (name: string, printed: string): Row => ({
      ...recordRow(name),
      standing: 'refused',
      document: undefined,
      printed: { id: printed, reference: 'E-ABCDE-12345' },
    });
    const record = recordRow(id, { evaluation: 'e' });
    const decision = decisionRow('d1', id, { ...record.document?.record });
    const ofRecord = copy('print', '0123456789abcdef');
    const alone = copy('other', 'f'.repeat(16));
    const seen = (rows: readonly Row[], one: Row) => {
      const { original, group, marks } = linked(rows).find(({ row }) => row === one) ?? {};
      return [original?.name, group, marks];
    };
    expect(seen([ofRecord, record, alone], ofRecord)).toEqual([record.name, 'e', ['copy']]);
    expect(seen([ofRecord, record, alone], alone)).toEqual([undefined, `file ${alone.number}`, ['copy']]);
    expect(seen([ofRecord, record, decision], ofRecord)).toEqual([record.name, 'e', ['copy']]);
    expect(seen([ofRecord, record, alone], record)).toEqual([undefined, 'e', []]);
    // Where only its decision is here, the record lies in it.
    expect(seen([ofRecord, decision], ofRecord)).toEqual([decision.name, 'e', ['copy']]);
  });

  it('say who else says the very same in words, unless it is about the same partnership', () => {
    const one = recordRow('a', { texts: { q1: 'h1', q2: 'h2' }, partnership: 'p1' });
    const two = recordRow('b', { texts: { q3: 'h1', q4: 'h2', q5: 'h5' }, partnership: 'p2' });
    const later = recordRow('c', { texts: { q1: 'h1' }, partnership: 'p1' });
    const alone = recordRow('d', { texts: { q1: 'h9' }, partnership: 'p3' });
    const shared = linked([one, two, later, alone]).map((each) => [
      each.marks,
      each.shared.map((other) => [other.with.name, other.keys]),
    ]);
    expect(shared).toEqual([
      [['same-texts'], [['b.pdf', ['q1', 'q2']]]],
      [
        ['same-texts'],
        [
          ['a.pdf', ['q3', 'q4']],
          ['c.pdf', ['q3']],
        ],
      ],
      [['same-texts'], [['b.pdf', ['q1']]]],
      [[], []],
    ]);
  });

  it('supersede one another by the time of signing where they are of one assessment', () => {
    const early = recordRow('a', { evaluation: 'e' });
    const late = recordRow('b', { evaluation: 'e' }, { signedAt: '2026-11-23T10:15:00+00:00' });
    expect(marksOf([late, early])).toEqual({ 'a.pdf': ['superseded'], 'b.pdf': [] });
  });
});

const many = (count: number): readonly Linked[] =>
  linked(
    Array.from({ length: count }, (_, index) =>
      recordRow(`id${index}`, { outcome: index % 3 === 0 ? 'refuse' : 'lend', register: { level: String(index % 2) } }),
    ),
  );
const drawnIds = (all: readonly Linked[], seed: string, each = 3) =>
  drawSample(all, { seed, each, by: 'outcome' }).map(({ stratum, of, drawn }) => ({
    stratum,
    of,
    ids: drawn.map(({ row }) => row.document?.id),
  }));

describe('a sample', () => {
  it('is the same for whoever has the records and the seed, whatever the files are called and in whatever order', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(
          Array.from({ length: 30 }, (_, index) => index),
          { minLength: 30 },
        ),
        fc.string(),
        (order, seed) => {
          const all = many(30);
          const shuffled = linked(
            order.map((from, at) => ({ ...(all[from] as Linked).row, number: at, name: `other ${at}` })),
          );
          expect(drawnIds(shuffled, seed)).toEqual(drawnIds(all, seed));
        },
      ),
      { numRuns: 30 },
    );
  });

  it('has so many of each part, none twice, and other records by another seed', () => {
    const all = many(60);
    const one = drawnIds(all, 'one');
    expect(one.map(({ stratum, of, ids }) => [stratum, of, new Set(ids).size])).toEqual([
      ['lend', 40, 3],
      ['refuse', 20, 3],
    ]);
    expect(drawnIds(all, 'two')).not.toEqual(one);
    expect(drawSample(all, { seed: '1', each: 2, by: 'register:level' }).map(({ stratum }) => stratum)).toEqual([
      '0',
      '1',
    ]);
    expect(strataIn(all)).toEqual(['outcome', 'register:level']);
  });

  it('leaves out practice, copies, what is superseded and what was refused', () => {
    const first = recordRow('a');
    const rows: readonly Row[] = [
      first,
      { ...first, number: number++ },
      recordRow('p', {}, { kind: 'practice' }),
      recordRow('old'),
      recordRow('new', { replaces: 'old' }),
      { ...recordRow('x'), standing: 'refused', document: undefined },
    ];
    expect(
      drawnIds(linked(rows), '1', 99)
        .flatMap(({ ids }) => ids.map(String))
        .toSorted((a, b) => (a < b ? -1 : 1)),
    ).toEqual(['a', 'new']);
  });
});

it('shows what is wanted, in the order wanted', () => {
  const refused: Row = { ...recordRow('z'), standing: 'refused', document: undefined };
  const all = linked([recordRow('b', { title: 'Canoe club' }), refused, recordRow('a')]);
  const names = (...wanted: Parameters<typeof shownOf>) => shownOf(...wanted).map(({ row }) => row.name);
  expect(names(all, { filter: 'all', sort: 'file', search: '' })).toEqual(['a.pdf', 'b.pdf', 'z.pdf']);
  expect(names(all, { filter: 'all', sort: 'verdict', search: '' })).toEqual(['z.pdf', 'b.pdf', 'a.pdf']);
  expect(names(all, { filter: 'refused', sort: 'file', search: '' })).toEqual(['z.pdf']);
  expect(names(all, { filter: 'all', sort: 'file', search: ' CANOE ' })).toEqual(['b.pdf']);
});

describe('what is saved', () => {
  it('has a column for every verdict line, register field and answer, and no formula', () => {
    const csv = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      deskCsv(
        linked([
          recordRow('a', { title: '=1+1', register: { cost: '12' }, answers: { q1: '@SUM(A1)' } }),
          recordRow('b', { answers: { q2: 'yes' } }),
        ]),
      ),
    );
    const [head = '', first = '', second = ''] = csv.split('\r\n');
    expect(head.startsWith('\uFEFF"File"')).toBe(true);
    for (const title of ['Kind of file', 'Register: cost', 'Answer: q1', 'Answer: q2'])
      expect(head).toContain(`"${title}"`);
    expect(first).toContain(`"'=1+1"`);
    expect(first).toContain(`"'@SUM(A1)"`);
    expect(second.split('","')).toHaveLength(head.split('","').length);
  });

  it('is the same in JSON', () => {
    const all = linked([recordRow('a')]);
    expect(JSON.parse(new TextDecoder().decode(deskJson(all)))).toMatchObject([{ name: 'a.pdf', marks: [] }]);
  });
});

it('keeps of a real record and its decision what they prove, and nothing of a changed one', async () => {
  const pdf = await madeRecord();
  const file = { number: 0, name: 'f.pdf', size: pdf.length };
  const record = rowOf(file, await verify(pdf));
  const decision = rowOf(file, await verify(await madeAfter(pdf)));
  const { payload } = recordOf();
  expect(record).toMatchObject({
    standing: 'accepted',
    document: { kind: 'record', id: recordOf().id, record: { title: payload.title, outcome: payload.result.outcome } },
  });
  expect(Object.keys(record.document?.record?.answers ?? {})).toHaveLength(payload.result.answers.length);
  expect(decision.document).toMatchObject({ kind: 'decision', follows: recordOf().id, decision: 'approve' });
  const groups = linked([record, { ...decision, number: 1 }]).map(({ group }) => group);
  expect(groups).toEqual([payload.evaluation, payload.evaluation]);
  const changed = new Uint8Array(pdf);
  changed[9000] = (changed[9000] ?? 0) ^ 1;
  expect(rowOf(file, await verify(changed))).toMatchObject({ standing: 'refused', document: undefined });
});
