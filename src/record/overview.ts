import type { IsoDate, IsoMonth } from '../base/calendar';
import { type Counted, countedOf, type Seen, type Selection } from './counted';
import { isPast, periodOf, periodsFrom, type Step } from './periods';
import type { Group, ToldCondition, ToldFigure } from './told';

/** One line of a figure: how much, of how many records. */
export interface Bar extends Group {
  readonly amount: number;
  readonly records: number;
}

/** A record in a list, with what the policy shows beside it. */
export interface Line {
  readonly record: Counted;
  readonly day: IsoDate | IsoMonth | undefined;
  readonly overdue: boolean;
  readonly cells: readonly string[];
}

interface Shared {
  readonly id: string;
  readonly title: string;
  /** Records whose version of the policy does not have this figure. */
  readonly notTold: number;
}

export type Figure =
  | (Shared & {
      readonly kind: 'due';
      readonly columns: readonly string[];
      readonly lines: readonly Line[];
      readonly bars: readonly Bar[];
    })
  | (Shared & { readonly kind: 'list'; readonly columns: readonly string[]; readonly lines: readonly Line[] })
  | (Shared & {
      readonly kind: 'sum';
      readonly unit: string | undefined;
      /** What the bars are by is called. */
      readonly name: string;
      readonly money: boolean;
      readonly step: Step | undefined;
      readonly bars: readonly Bar[];
      readonly total: number;
      /** Records that belong here and do not say how much. */
      readonly amountUnknown: number;
    });

export interface OpenCondition extends ToldCondition {
  readonly record: Counted;
  readonly overdue: boolean;
}

/** What the records of one policy say together, whichever versions of it they follow. */
export interface Part {
  readonly policy: string;
  readonly title: string;
  readonly records: number;
  /** Records whose version of the policy has no overview: they are in what every policy has, and in nothing else. */
  readonly unmarked: number;
  /** Records whose recommendation was refused: they are counted by recommendation and decision, and in nothing else. */
  readonly refused: number;
  readonly figures: readonly Figure[];
  readonly conditions: readonly OpenCondition[];
  /** The open conditions by who has to meet them. */
  readonly owners: readonly Bar[];
  readonly outcomes: readonly Bar[];
  /** By the last decision; `none` where there is none. */
  readonly decisions: readonly Bar[];
}

export interface Overview extends Selection {
  /** Names that several partnerships have. */
  readonly sameNames: readonly string[];
  readonly parts: readonly Part[];
}

/** The group of what is not known, and that of days which are past. */
export const notKnown = '';
export const overdueGroup = 'overdue';

const unknown: Group = { id: notKnown, label: '' };

const groupedBy = <Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> => {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
};

/** In the policy's order where it has one, else the greatest first; what is not known comes last. */
const inOrder = (bars: readonly Bar[]): readonly Bar[] =>
  bars.toSorted((a, b) => {
    if ((a.id === notKnown) !== (b.id === notKnown)) return a.id === notKnown ? 1 : -1;
    if (a.at !== undefined && b.at !== undefined && a.at !== b.at) return a.at - b.at;
    if ((a.at === undefined) !== (b.at === undefined)) return a.at === undefined ? 1 : -1;
    return b.amount - a.amount || (a.label < b.label ? -1 : a.label > b.label ? 1 : a.id < b.id ? -1 : 1);
  });

const barsOf = (counts: readonly { readonly group: Group; readonly amount: number }[]): readonly Bar[] =>
  inOrder(
    [...groupedBy(counts, ({ group }) => group.id).values()].map((all) => ({
      ...(all.at(-1)?.group ?? unknown),
      amount: all.reduce((sum, { amount }) => sum + amount, 0),
      records: all.length,
    })),
  );

/** The same by periods, each of them, those in between too. */
const periodBars = (counts: Parameters<typeof barsOf>[0], step: Step): readonly Bar[] => {
  const found = new Map(barsOf(counts).map((bar) => [bar.id, bar]));
  const periods = periodsFrom(
    [...found.keys()].filter((id) => id !== notKnown && id !== overdueGroup),
    step,
  );
  return [overdueGroup, ...periods, notKnown].flatMap((id): readonly Bar[] => {
    const bar = found.get(id);
    if (bar) return [bar];
    return periods.includes(id) ? [{ id, label: '', amount: 0, records: 0 }] : [];
  });
};

const count = (group: Group) => ({ group, amount: 1 });

type ToldBy = { readonly record: Counted; readonly figure: ToldFigure };

const dayOrder = (a: { readonly day: string | undefined }, b: { readonly day: string | undefined }): number =>
  (a.day ?? '9') < (b.day ?? '9') ? -1 : (a.day ?? '9') > (b.day ?? '9') ? 1 : 0;

const figureOf = (told: readonly ToldBy[], all: number, today: IsoDate): readonly Figure[] => {
  const last = told.at(-1)?.figure; // by the latest version of the policy
  if (!last) return [];
  const shared = { id: last.id, title: last.title, notTold: all - told.length };
  if (last.kind === 'sum') {
    const sums = told.flatMap(({ figure }) => (figure.kind === 'sum' && figure.holds ? [figure] : []));
    const counts = sums.map(({ group, amount }) => ({ group: group ?? unknown, amount: amount ?? 0 }));
    const bars = last.step ? periodBars(counts, last.step) : barsOf(counts);
    const total = bars.reduce((sum, { amount }) => sum + amount, 0);
    const amountUnknown = sums.filter(({ amount }) => amount === undefined).length;
    const { unit, name, money, step } = last;
    return [{ ...shared, kind: 'sum', unit, name, money, step, bars, total, amountUnknown }];
  }
  const lines = told
    .flatMap(({ record, figure }): readonly Line[] =>
      figure.kind === 'sum' || !figure.holds
        ? []
        : [
            {
              record,
              day: figure.day,
              overdue: figure.day !== undefined && isPast(figure.day, today),
              cells: figure.cells,
            },
          ],
    )
    .toSorted(dayOrder);
  const { columns } = last;
  if (last.kind === 'list') return [{ ...shared, kind: 'list', columns, lines }];
  const groups = lines.map(({ day, overdue }) =>
    day === undefined ? unknown : { id: overdue ? overdueGroup : periodOf(day, 'quarter'), label: '' },
  );
  return [{ ...shared, kind: 'due', columns, lines, bars: periodBars(groups.map(count), 'quarter') }];
};

/** Figures of several versions are one where they are of one kind and put together by the same periods. */
const keyOf = (figure: ToldFigure): string =>
  `${figure.kind} ${figure.kind === 'sum' ? (figure.step ?? '') : ''} ${figure.id}`;

/** Versions in their order: `1.10.0` comes after `1.9.0`. */
const versionOrder = (a: Counted, b: Counted): number => {
  const [one, other] = [a, b].map(({ told }) => told.policy.version.split('.').map(Number));
  for (const index of [0, 1, 2]) {
    const by = (one?.[index] ?? 0) - (other?.[index] ?? 0);
    if (by !== 0) return by;
  }
  return 0;
};

const decisionOrder = ['approve', 'approve-changed', 'refer', 'refuse', 'none'];

const partOf = (records: readonly Counted[], today: IsoDate): Part => {
  const byVersion = records.toSorted(versionOrder);
  const dropped = ({ told }: Counted): boolean => told.decision?.what === 'refuse' && !told.evenRefused;
  const going = byVersion.filter((record) => !dropped(record));
  const marked = going.filter(({ told }) => told.figures);
  const told = marked.flatMap((record) => (record.told.figures ?? []).map((figure) => ({ record, figure })));
  const byFigure = groupedBy(told, ({ figure }) => keyOf(figure));
  const inFileOrder = [...new Set([...(marked.at(-1)?.told.figures ?? []).map(keyOf), ...byFigure.keys()])];
  const conditions = going.flatMap((record) =>
    record.open.map((one) => ({ ...one, record, overdue: one.day !== undefined && isPast(one.day, today) })),
  );
  const latest = byVersion.at(-1)?.told.policy;
  return {
    policy: latest?.id ?? '',
    title: latest?.title ?? '',
    records: records.length,
    unmarked: going.length - marked.length,
    refused: records.length - going.length,
    figures: inFileOrder.flatMap((key) => figureOf(byFigure.get(key) ?? [], marked.length, today)),
    conditions: conditions.toSorted(dayOrder),
    owners: barsOf(conditions.map(({ owner }) => count({ id: owner, label: owner }))),
    outcomes: barsOf(byVersion.map(({ told: { outcome } }) => count(outcome))),
    decisions: barsOf(
      byVersion.map(({ told: { decision } }) => {
        const what = decision?.what ?? 'none';
        return count({ id: what, label: '', at: decisionOrder.indexOf(what) });
      }),
    ),
  };
};

/**
 * What checked files say together, each partnership once. Pure: the same files and the same day come to the same, in
 * whatever order the files are.
 */
export const overviewOf = (files: readonly Seen[], today: IsoDate): Overview => {
  const selection = countedOf(files);
  const { records } = selection;
  const names = groupedBy(records, ({ title }) => title.toLowerCase());
  return {
    ...selection,
    sameNames: [...names.values()].flatMap((all) => (all.length > 1 && all[0] ? [all[0].title] : [])),
    parts: [...groupedBy(records, ({ told }) => told.policy.id).values()]
      .map((all) => partOf(all, today))
      .toSorted((a, b) => b.records - a.records || (a.policy < b.policy ? -1 : 1)),
  };
};
