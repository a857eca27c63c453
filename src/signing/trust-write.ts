import { toPem } from './pem';
import type { TrustEntry, TrustList } from './trust';
import type { Terms, TrustFile } from './trust-file';

const termsOf = ({ person, roles, from, until, withdrawnOn }: Terms): Terms => ({
  ...(person !== undefined && { person }),
  ...(roles && { roles }),
  ...(from !== undefined && { from }),
  ...(until !== undefined && { until }),
  ...(withdrawnOn !== undefined && { withdrawnOn }),
});

const once = <Value>(values: readonly Value[], nameOf: (value: Value) => string): readonly Value[] => [
  ...new Map(values.map((value) => [nameOf(value), value] as const)).values(),
];

/** Lists of trust as one. What several of them say alike stands once; where they differ, all of it stands. */
export const joinLists = (lists: readonly TrustList[]): TrustList => {
  const entries = lists.flatMap((list) => list.entries);
  const [policies, settings] = (['policies', 'settings'] as const).map((part) => [
    ...new Set(lists.flatMap((list) => list[part] ?? [])),
  ]);
  return {
    entries: once(entries, (one: TrustEntry) => JSON.stringify([one.certificate.sha256, termsOf(one)])),
    received: once(
      lists.flatMap((list) => list.received),
      ({ id, on }) => `${id} ${on}`,
    ),
    ...(policies && policies.length > 0 && { policies }),
    ...(settings && settings.length > 0 && { settings }),
  };
};

/** A list of trust as a file of the form `trust/0`. `readTrustList` gives the same list back, if its terms are sound. */
export const writeTrust = ({ entries, received, policies, settings }: TrustList): string => {
  const file: TrustFile = {
    entries: entries.map((entry) => ({ certificate: toPem(entry.certificate.der), ...termsOf(entry) })),
    received,
    ...(policies && policies.length > 0 && { policies }),
    ...(settings && settings.length > 0 && { settings }),
  };
  return `${JSON.stringify({ format: 'trust/0', ...file }, null, 2)}\n`;
};
