import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countedOf, leftOutReasons, type Seen, type SeenRecord, supersededIds } from '../../src/record/counted';
import { type Figure, notKnown, overdueGroup, overviewOf } from '../../src/record/overview';
import type { Told, ToldFigure } from '../../src/record/told';

const today = '2027-03-15';
const time = (minute: number) => `2026-11-22T10:${String(minute).padStart(2, '0')}:00+00:00`;

const day = fc.option(
  fc.oneof(
    fc.constant(today),
    fc.integer({ min: 0, max: 700 }).map((days) => new Date(Date.UTC(2026, 5, 1 + days)).toISOString().slice(0, 10)),
  ),
  { nil: undefined },
);

const dueFigure = fc.record({ holds: fc.boolean(), day }).map(({ holds, day: on }): ToldFigure => ({
  id: 'due',
  kind: 'due',
  title: 'Due',
  columns: [],
  cells: [],
  holds,
  day: holds ? on : undefined,
}));

const group = fc.option(
  fc.constantFrom('a', 'b', 'c').map((id) => ({ id, label: id.toUpperCase(), at: undefined })),
  { nil: undefined },
);
const sumFigure = fc
  .record({ holds: fc.boolean(), amount: fc.option(fc.nat(50), { nil: undefined }), group })
  .map((told): ToldFigure => ({
    id: 'sum',
    kind: 'sum',
    title: 'Sum',
    unit: 'Days',
    name: 'Service',
    money: false,
    step: undefined,
    ...told,
  }));

const told = fc
  .record({
    version: fc.constantFrom('1.0.0', '1.2.0', '1.10.0'),
    policy: fc.constantFrom('loans', 'partners'),
    decision: fc.option(fc.constantFrom('approve', 'refuse'), { nil: undefined }),
    conditions: fc.uniqueArray(fc.record({ id: fc.constantFrom('k1', 'k2', 'k3'), open: fc.boolean(), day }), {
      selector: ({ id }) => id,
    }),
    evenRefused: fc.boolean(),
    figures: fc.option(fc.tuple(dueFigure, sumFigure), { nil: undefined }),
  })
  .map(({ version, policy, decision, conditions, ...rest }): Told => ({
    ...rest,
    policy: { id: policy, version, title: policy },
    signer: 'Sam Example',
    outcome: { id: 'o1', label: 'Go', at: 0 },
    decision: decision === undefined ? undefined : { what: decision, at: time(30) },
    conditions: conditions.map((one) => ({ ...one, text: one.id, owner: `Owner of ${one.id}`, due: 'Soon' })),
  }));

/** Files of a few partnerships, several to each: versions, copies, follow-ups, practice, and what is refused. */
const files: fc.Arbitrary<readonly Seen[]> = fc
  .array(
    fc.record({
      standing: fc.constantFrom(
        'accepted' as const,
        'accepted' as const,
        'accepted' as const,
        'refused' as const,
        'unknown' as const,
      ),
      practice: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
      bare: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
      partnership: fc.integer({ min: 0, max: 2 }),
      evaluation: fc.integer({ min: 0, max: 1 }),
      revision: fc.integer({ min: 0, max: 2 }),
      after: fc.integer({ min: 0, max: 2 }),
      told,
    }),
    { maxLength: 30 },
  )
  .map((all) => {
    const documents = new Map<string, Seen['document']>();
    return all.map(({ standing, practice, bare, partnership, evaluation, revision, after, told: says }): Seen => {
      const record: SeenRecord = {
        id: `r${partnership}${evaluation}${revision}`,
        evaluation: `e${partnership}${evaluation}`,
        partnership: `p${partnership}`,
        replaces: revision === 2 && evaluation === 0 ? `r${partnership}${evaluation}1` : undefined,
        title: `Title ${partnership % 3}`,
        signedAt: time((evaluation * 3 + revision * 7) % 4), // some of one moment, some named by an earlier one
        told: says,
      };
      const id = `${bare ? 'bare' : ''}${record.id}-${after}`;
      const document = documents.get(id) ?? {
        id,
        signedAt: time(20 + Math.min(after, 1)),
        reference: `E-${record.id}`,
        record: bare ? undefined : record,
      };
      documents.set(id, document); // a document with the same id is the same document
      return standing === 'accepted' ? { standing, practice, document } : { standing, practice, document: undefined };
    });
  });

const figureOf = (figures: readonly Figure[], kind: Figure['kind']) => figures.find((one) => one.kind === kind);

describe('the overview of many records', () => {
  it('accounts for every file once: counted, joined to one that is, or left out', () => {
    fc.assert(
      fc.property(files, (all) => {
        const { records, leftOut, joined } = countedOf(all);
        const out = leftOutReasons.reduce((sum, reason) => sum + leftOut[reason], 0);
        expect(records.length + joined + out).toBe(all.length);
      }),
    );
  });

  it('counts each partnership once, by the latest record of its latest assessment', () => {
    fc.assert(
      fc.property(files, (all) => {
        const { records } = countedOf(all);
        expect(new Set(records.map(({ partnership }) => partnership)).size).toBe(records.length);
        const usable = all.flatMap(({ standing, practice, document }) =>
          standing === 'accepted' && !practice ? (document?.record ?? []) : [],
        );
        const out = supersededIds(usable);
        const standing = usable.filter(({ id }) => !out.has(id));
        for (const { id, partnership, signedAt } of records) {
          expect(out.has(id)).toBe(false);
          for (const other of standing)
            if (other.partnership === partnership) expect(other.signedAt <= signedAt).toBe(true);
        }
        expect(new Set(standing.map(({ partnership }) => partnership)).size).toBe(records.length);
      }),
    );
  });

  it('a record that another names is not the latest, even where its clock was ahead', () => {
    const version = (id: string, minute: number, replaces?: string) => ({
      id,
      evaluation: 'e',
      replaces,
      signedAt: time(minute),
    });
    expect([...supersededIds([version('a', 9), version('b', 5, 'a'), version('c', 4)])].toSorted()).toEqual(['a', 'c']);
  });

  it('comes to the same in whatever order the files are', () => {
    fc.assert(
      fc.property(
        files.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray([...all], { minLength: all.length }))),
        ([all, shuffled]) => {
          expect(overviewOf(shuffled, today)).toEqual(overviewOf(all, today));
        },
      ),
    );
  });

  it('adds up to what the records say one by one, and draws nothing of what was refused', () => {
    fc.assert(
      fc.property(files, (all) => {
        const overview = overviewOf(all, today);
        for (const part of overview.parts) {
          const own = overview.records.filter((record) => record.told.policy.id === part.policy);
          const going = own.filter(({ told: says }) => says.decision?.what !== 'refuse' || says.evenRefused);
          const says = (kind: ToldFigure['kind']) =>
            going.flatMap(({ told: { figures } }) => figures?.filter((one) => one.kind === kind && one.holds) ?? []);
          expect(part.records).toBe(own.length);
          expect(part.refused).toBe(own.length - going.length);
          expect(part.unmarked).toBe(going.filter(({ told: { figures } }) => figures === undefined).length);
          const sum = figureOf(part.figures, 'sum');
          if (sum?.kind === 'sum') {
            const amounts = says('sum').map((one) => (one.kind === 'sum' ? (one.amount ?? 0) : 0));
            expect(sum.total).toBe(amounts.reduce((a, b) => a + b, 0));
            expect(sum.bars.reduce((a, { amount }) => a + amount, 0)).toBe(sum.total);
            expect(sum.bars.reduce((a, { records }) => a + records, 0)).toBe(amounts.length);
            expect(sum.bars.findIndex(({ id }) => id === notKnown)).toSatisfy(
              (at: number) => at === -1 || at === sum.bars.length - 1,
            );
          }
          const due = figureOf(part.figures, 'due');
          if (due?.kind === 'due') {
            expect(due.lines).toHaveLength(says('due').length);
            for (const { day: on, overdue } of due.lines) expect(overdue).toBe(on !== undefined && on < today);
            expect(due.bars.reduce((a, { amount }) => a + amount, 0)).toBe(due.lines.length);
            expect(due.bars.find(({ id }) => id === overdueGroup)?.amount ?? 0).toBe(
              due.lines.filter(({ overdue }) => overdue).length,
            );
            const days = due.lines.flatMap(({ day: on }) => on ?? []);
            expect(days).toEqual(days.toSorted());
          }
          for (const bars of [part.outcomes, part.decisions])
            expect(bars.reduce((a, { amount }) => a + amount, 0)).toBe(own.length);
          expect(part.owners.reduce((a, { amount }) => a + amount, 0)).toBe(part.conditions.length);
        }
      }),
    );
  });

  it('shows a condition as open only where no document about the record says that it was kept', () => {
    fc.assert(
      fc.property(files, (all) => {
        const { records, parts } = overviewOf(all, today);
        for (const { record, id } of parts.flatMap(({ conditions }) => conditions)) {
          expect(records).toContain(record);
          const about = all.filter(
            (one) => one.standing === 'accepted' && !one.practice && one.document?.record?.id === record.id,
          );
          for (const { document } of about)
            expect(document?.record?.told.conditions.find((one) => one.id === id)?.open).not.toBe(false);
        }
      }),
    );
  });

  it('draws every quarter between the first and the last, and orders versions as numbers', () => {
    const seen = (number: number, version: string, on: string, title: string): Seen => ({
      standing: 'accepted',
      practice: false,
      document: {
        id: `d${number}`,
        signedAt: time(1),
        reference: 'E',
        record: {
          id: `r${number}`,
          evaluation: `e${number}`,
          partnership: `p${number}`,
          replaces: undefined,
          title: 'Same name',
          signedAt: time(1),
          told: {
            policy: { id: 'loans', version, title: version },
            signer: 'Sam Example',
            outcome: { id: 'o1', label: 'Go', at: 0 },
            decision: undefined,
            conditions: [],
            evenRefused: false,
            figures: [{ id: 'due', kind: 'due', title, holds: true, day: on, columns: [], cells: [] }],
          },
        },
      },
    });
    const { parts, sameNames } = overviewOf(
      [
        seen(1, '1.10.0', '2027-12-31', 'New title'),
        seen(2, '1.9.0', '2027-04', 'Old title'),
        seen(3, '1.9.0', '2027-02', 'Old title'),
      ],
      today,
    );
    expect(parts).toHaveLength(1);
    const [figure] = parts[0]?.figures ?? [];
    expect(figure?.title).toBe('New title');
    expect(figure?.kind === 'due' && figure.bars.map(({ id, amount }) => [id, amount])).toEqual([
      ['overdue', 1],
      ['2027-04', 1],
      ['2027-07', 0],
      ['2027-10', 1],
    ]);
    expect(sameNames).toEqual(['Same name']);
  });
});
