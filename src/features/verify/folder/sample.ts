import { utf8 } from '../../../base/bytes';
import { sha256Hex } from '../../../base/hash';
import type { Linked } from './links';

/** By what a sample is divided: the outcome, or a field of the register. */
export type Stratum = 'outcome' | `register:${string}`;

export interface Sampling {
  /** Printed with the sample: another auditor who types it draws the same. */
  readonly seed: string;
  /** How many of each part; all of a part that has no more. */
  readonly each: number;
  readonly by: Stratum;
}

export interface Stratified {
  readonly stratum: string;
  readonly of: number;
  readonly drawn: readonly Linked[];
}

const stratumOf = ({ row }: Linked, by: Stratum): string => {
  const record = row.document?.record;
  return (by === 'outcome' ? record?.outcome : record?.register[by.slice('register:'.length)]) ?? '';
};

/** Records that can be drawn: accepted, for use, each once, whatever other files hold it too. */
const drawable = ({ row, marks }: Linked): boolean =>
  row.document?.kind === 'record' && !marks.includes('duplicate') && !marks.includes('superseded');

/**
 * A sample of the records, so many of each part. Each record has its place by a hash of the seed and its id, so the sample
 * is the same whatever the files are called, in whatever order they came, and whatever else lies beside them.
 */
export const drawSample = (all: readonly Linked[], { seed, each, by }: Sampling): readonly Stratified[] => {
  const parts = new Map<string, { readonly place: string; readonly one: Linked }[]>();
  for (const one of all.filter(drawable)) {
    const stratum = stratumOf(one, by);
    const place = sha256Hex(utf8(`${seed}:${one.row.document?.id}`));
    parts.set(stratum, [...(parts.get(stratum) ?? []), { place, one }]);
  }
  return [...parts]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([stratum, places]) => ({
      stratum,
      of: places.length,
      drawn: places
        .toSorted((a, b) => (a.place < b.place ? -1 : 1))
        .slice(0, each)
        .map(({ one }) => one),
    }));
};

/** What a sample can be divided by, for these files. */
export const strataIn = (all: readonly Linked[]): readonly Stratum[] => [
  'outcome',
  ...[...new Set(all.flatMap(({ row }) => Object.keys(row.document?.record?.register ?? {})))]
    .toSorted()
    .map((id) => `register:${id}` as const),
];
