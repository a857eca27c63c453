import type { IsoTime } from '../base/calendar';
import type { Entry } from './log';

/** Whose copy it is, and when it is made. */
export interface Copying {
  readonly draft: string;
  readonly author: string;
  readonly at: IsoTime;
  readonly newId: () => string;
}

/**
 * A log as the log of another draft. It begins now, so that "today" is the day of the copy, and whoever copies it has
 * given its answers now. Nobody has been shown the outcome of the copy yet.
 */
export const copyLog = (log: readonly Entry[], { draft, author, at, newId }: Copying): readonly Entry[] => {
  const kept = log.filter((entry) => entry.kind !== 'outcome-shown');
  const ids = new Map(kept.map((entry) => [entry.id, newId()]));
  return kept.map((entry, index): Entry => {
    const own = { id: ids.get(entry.id) ?? newId(), draft, author, device: author, counter: index + 1, at };
    const before = 'replaces' in entry && entry.replaces !== undefined ? ids.get(entry.replaces) : undefined;
    const receipts =
      'receipts' in entry && entry.receipts.map((one) => ({ ...one, entry: ids.get(one.entry) ?? one.entry }));
    return { ...entry, ...own, ...(before !== undefined && { replaces: before }), ...(receipts && { receipts }) };
  });
};
