import type { DerivedValue } from '../value';
import type { Diagram } from './diagram';
import type { Space } from './space';
import { dateNumber, isQuantity, type Range, type Term } from './term';

type Kind = Extract<DerivedValue, { kind: 'sum' | 'product' | 'maximum' | 'earliest' }>['kind'];

const safe = Number.MAX_SAFE_INTEGER;
const clamped = (value: number): number => Math.min(Math.max(value, -safe), safe);

/** What up to `many` rows come to together, of which each lies in a range. */
const together = (kind: Kind, { low, high }: Range, many: number): Range => {
  switch (kind) {
    case 'sum':
      return { low: clamped(Math.min(low, low * many)), high: clamped(Math.max(high, high * many)) };
    case 'product': {
      const most = clamped(Math.max(Math.abs(low), Math.abs(high), 1) ** many);
      return { low: low < 0 ? -most : Math.min(low, 1), high: most };
    }
    case 'maximum':
    case 'earliest':
      return { low, high };
  }
};

const rangeOf = (terms: readonly Term[], sort: 'number' | 'date'): Range | undefined => {
  const ranges = terms.flatMap((term): readonly Range[] => {
    if (isQuantity(term)) return term.sort === sort ? [term] : [];
    const one = sort === 'date' ? dateNumber(term) : typeof term === 'number' ? term : undefined;
    return one === undefined ? [] : [{ low: one, high: one }];
  });
  if (ranges.length === 0) return undefined;
  return { low: Math.min(...ranges.map(({ low }) => low)), high: Math.max(...ranges.map(({ high }) => high)) };
};

/**
 * What the rows that officers add come to beside the one that stands for each of them: anything in the range of `many`
 * rows. More is then possible than can be, so what holds still holds.
 */
export const othersOf = (
  space: Space,
  name: string,
  kind: Kind,
  row: Diagram,
  many: number,
  level: number,
): Diagram => {
  const terms = space.diagrams.outcomes(row);
  const ways = (['number', 'date'] as const).flatMap((sort): readonly Diagram[] => {
    const range = rangeOf(terms, sort);
    if (!range) return [];
    const unknown = {
      key: `rows beside ${name} ${sort}`,
      ...together(kind, range, many),
      level,
      orMonth: sort === 'date',
    };
    return [space.leaf(space.unknown(unknown, sort))];
  });
  const isKnown = (term: Term): boolean =>
    typeof term === 'number' || isQuantity(term) || dateNumber(term) !== undefined;
  if (!terms.every(isKnown)) ways.push(space.none);
  return ways.length === 1 ? (ways[0] as Diagram) : space.maybe(`rows which beside ${name}`, ways);
};
