import { supersededIds } from '../../../record/counted';
import type { Row } from './row';
import { type SharedText, sharedTexts } from './shared-texts';

/** What files say of one another when they are seen together. None of it is a ground for refusal. */
export type Mark =
  /** The same document is in another file that came first. */
  | 'duplicate'
  /** A later record of the same assessment, or one that takes its place, is here. */
  | 'superseded'
  /** It stands on a record of which there is a later one. */
  | 'on-superseded'
  /** Another document of the same kind comes after the same one: two decisions on one record. */
  | 'rival'
  /** Another record has the same answers and another outcome. */
  | 'same-answers'
  /** Another record about something else says the very same, in words. */
  | 'same-texts'
  /** Another program made it, and its foot names a document. */
  | 'copy';

export interface Linked {
  readonly row: Row;
  /** What belongs together has one; that of a file that proves nothing is its own. */
  readonly group: string;
  readonly marks: readonly Mark[];
  /** Of a copy: the file here that holds the document which its foot names, by itself or enclosed in another. */
  readonly original?: Row | undefined;
  /** The other records that share long answers with it, word for word. */
  readonly shared: readonly SharedText[];
}

const grouped = <Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string | undefined,
): ReadonlyMap<string, Item[]> => {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
};

const isRecord = ({ document }: Row): boolean => document?.kind === 'record' || document?.kind === 'practice';

/** Records whose answers another record has too, and whose outcome it has not. */
const disagreeing = (records: readonly Row[]): ReadonlySet<Row> => {
  const found = new Set<Row>();
  for (const same of grouped(records, ({ document }) => document?.record?.sameAnswers).values())
    if (new Set(same.map(({ document }) => document?.record?.outcome)).size > 1) for (const row of same) found.add(row);
  return found;
};

/** The documents that come after the same one and are of one kind, where there is more than one of them. */
const rivalIds = (rows: readonly Row[]): ReadonlySet<string> => {
  const found = new Set<string>();
  const groups = grouped(rows, ({ document }) =>
    document?.follows ? `${document.kind} ${document.follows}` : undefined,
  );
  for (const rivals of groups.values()) {
    const ids = new Set(rivals.map(({ document }) => document?.id ?? ''));
    if (ids.size > 1) for (const id of ids) found.add(id);
  }
  return found;
};

/** The proven document that the foot of a copy names: by itself rather than inside another. */
const originalOf = ({ printed }: Row, proven: readonly Row[]): Row | undefined => {
  if (!printed) return undefined;
  const named = (id: string | undefined): boolean => id?.startsWith(printed.id) ?? false;
  return (
    proven.find(({ document }) => named(document?.id)) ?? proven.find(({ document }) => named(document?.record?.id))
  );
};

/** Every file with the group that it belongs to and what the others say of it, in the order of the files. */
export const linked = (rows: readonly Row[]): readonly Linked[] => {
  const inOrder = rows.toSorted((a, b) => a.number - b.number);
  const firstOf = new Map<string, Row>();
  for (const row of inOrder) if (row.document && !firstOf.has(row.document.id)) firstOf.set(row.document.id, row);
  const first = [...firstOf.values()];
  const records = first.filter(isRecord);
  const superseded = supersededIds(first.flatMap(({ document }) => document?.record ?? []));
  const shared = sharedTexts(records);
  const [disagree, rivals] = [disagreeing(records), rivalIds(first)];
  const groupOf = ({ document, number }: Row, depth = 0): string => {
    if (!document) return `file ${number}`;
    if (document.record) return document.record.evaluation;
    const before = document.follows === undefined ? undefined : firstOf.get(document.follows);
    return before && depth < 8 ? groupOf(before, depth + 1) : document.reference;
  };
  return inOrder.map((row) => {
    const { document, printed } = row;
    const record = document?.record?.id ?? '';
    const original = originalOf(row, first);
    const when = (mark: Mark, holds: boolean): readonly Mark[] => (holds ? [mark] : []);
    return {
      row,
      group: groupOf(original ?? row),
      ...(printed && { original }),
      shared: shared.get(row) ?? [],
      marks: document
        ? [
            ...when('duplicate', firstOf.get(document.id) !== row),
            ...when('superseded', isRecord(row) && superseded.has(document.id)),
            ...when('on-superseded', !isRecord(row) && superseded.has(record)),
            ...when('rival', rivals.has(document.id)),
            ...when('same-answers', disagree.has(row)),
            ...when('same-texts', shared.has(row)),
          ]
        : when('copy', printed !== undefined),
    };
  });
};
