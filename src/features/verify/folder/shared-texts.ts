import type { Row } from './row';

/** Another record that has some of the same long answers, word for word. */
export interface SharedText {
  readonly with: Row;
  /** The answers of this record that stand in the other too, by their keys. */
  readonly keys: readonly string[];
}

/**
 * Which records say the very same in words, about other matters: later records about the same partnership repeat what
 * holds, and are not compared. One entry for each other record, in the order of the files.
 */
export const sharedTexts = (records: readonly Row[]): ReadonlyMap<Row, readonly SharedText[]> => {
  const holders = new Map<string, Set<Row>>();
  for (const row of records)
    for (const hash of Object.values(row.document?.record?.texts ?? {}))
      holders.set(hash, (holders.get(hash) ?? new Set()).add(row));
  const matter = ({ document }: Row): string | undefined => document?.record?.partnership;
  const found = new Map<Row, readonly SharedText[]>();
  for (const row of records) {
    const keysBy = new Map<Row, string[]>();
    for (const [key, hash] of Object.entries(row.document?.record?.texts ?? {}))
      for (const other of holders.get(hash) ?? [])
        if (other !== row && matter(other) !== matter(row)) keysBy.set(other, [...(keysBy.get(other) ?? []), key]);
    if (keysBy.size > 0)
      found.set(
        row,
        [...keysBy].map(([other, keys]) => ({ with: other, keys })),
      );
  }
  return found;
};
