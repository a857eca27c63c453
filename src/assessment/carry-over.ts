import { canonical, type Json } from '../base/canonical';
import { type Answer, isAnswer, type Key, partsOfKey } from '../policy/answer';
import { type Model, optionsOf, settingOf } from '../policy/model';
import type { Place } from '../policy/place';
import { type Entry, type FieldEntry, isNote, latestAnswers, ordered, type PolicyChange, type Receipt } from './log';

/** Whether an answer stays under another version of its policy, or why it does not. */
export type Carried = Receipt['is'];

const plain = (value: unknown): string => canonical(JSON.parse(JSON.stringify(value ?? null)) as Json);

/** The settings that a text names between braces, as they are: they are read with it. */
const named = (model: Model, text: string): readonly unknown[] =>
  [...text.matchAll(/\{([^{}]*)\}/g)].map(([, id = '']) =>
    id === 'app-council' ? model.settings.app.council : settingOf(model, id),
  );

const itemsOf = (model: Model, list: string, row?: string) =>
  (model.lists.get(list)?.items ?? []).filter(({ id }) => row === undefined || id === row);

/** All that is read of a question before it is answered, in every language. */
const wordingOf = (model: Model, { field, group, rows }: Place, row: string | undefined): string => {
  const { label, hint } = field;
  const texts = {
    label,
    hint,
    group: group?.label,
    unit: 'unit' in field ? field.unit : undefined,
    of: rows && 'list' in rows && row !== undefined ? itemsOf(model, rows.list, row) : undefined,
  };
  return plain([texts, named(model, JSON.stringify(texts))]);
};

/** All that can be answered: options in their words, levels, and bounds. */
const choicesOf = (model: Model, { field }: Place): string => {
  switch (field.kind) {
    case 'choice':
    case 'choices':
      return plain([field.kind, optionsOf(model, field).map(({ id, label, hint }) => ({ id, label, hint }))]);
    case 'scale':
      return plain([field.kind, itemsOf(model, field.levels)]);
    case 'date':
      return plain([field.kind, field.precision]);
    case 'group':
    case 'file':
    case 'text':
    case 'money':
    case 'whole':
      return plain([field.kind]);
  }
};

/** Whether the rows in which a field is asked still have this one, where the policy itself lists them. */
const hasRow = (model: Model, { rows }: Place, row: string | undefined): boolean =>
  row === undefined ? !rows : !!rows && (!('list' in rows) || itemsOf(model, rows.list, row).length > 0);

/** What becomes of an answer; of one whose words were withdrawn, whatever they were, where `value` is undefined. */
const carried = (before: Model, after: Model, key: Key, value: Answer | undefined): Carried => {
  const { field: id, row } = partsOfKey(key);
  const [old, now] = [before.places.get(id), after.places.get(id)];
  if (!now || !hasRow(after, now, row)) return 'retired';
  if (!old || wordingOf(before, old, row) !== wordingOf(after, now, row)) return 'wording';
  if (choicesOf(before, old) !== choicesOf(after, now)) return 'options';
  return value === undefined || isAnswer(after, now.field, value) ? 'kept' : 'options';
};

/**
 * A receipt for every answer of a log, in its order, for when it goes on under another version of its policy: an answer is
 * kept where it is asked for in the same words, with the same to choose from, and still fits. Whether it counts is as
 * always the walk's to say.
 */
export const receiptsFor = (before: Model, after: Model, log: readonly Entry[]): readonly Receipt[] =>
  ordered([...latestAnswers(log).values()]).flatMap((entry) =>
    'value' in entry ? [{ entry: entry.id, is: carried(before, after, (entry as FieldEntry).field, entry.value) }] : [],
  );

/** The entries that whoever changed the policy had seen: of those that came from another device later, none has a receipt. */
const seen = (before: readonly Entry[], { device, receipts }: PolicyChange): readonly Entry[] => {
  const receipted = new Set(receipts.map(({ entry }) => entry));
  const fields = new Set(before.flatMap((one) => ('field' in one && receipted.has(one.id) ? [one.field] : [])));
  return before.filter(
    (one) =>
      one.device === device ||
      receipted.has(one.id) ||
      !('field' in one) ||
      isNote(one) ||
      !('value' in one || fields.has(one.field)),
  );
};

/**
 * Whether the receipts of a change of policy are those that the log before it gives: one for every answer, each with what
 * became of it. Words that were withdrawn since could have been what any text could be.
 */
export const areReceiptsOf = (before: Model, after: Model, log: readonly Entry[], change: PolicyChange): boolean => {
  const known = new Map(change.receipts.map((one) => [one.entry, one.is]));
  const expected = ordered([...latestAnswers(seen(log, change)).values()]).flatMap((entry): readonly Receipt[] => {
    if (entry.kind === 'withdrawn') {
      const said = known.get(entry.id);
      const least = carried(before, after, entry.field, undefined);
      return said === undefined ? [] : [{ entry: entry.id, is: least === 'kept' && said === 'options' ? said : least }];
    }
    return 'value' in entry ? [{ entry: entry.id, is: carried(before, after, entry.field, entry.value) }] : [];
  });
  return plain(expected) === plain(change.receipts);
};
