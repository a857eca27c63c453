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
 * Whether an earlier change of policy may have left an answer behind for whoever made this one: another device gave the
 * same field another answer, later and before that change, which came in without a receipt. Whether they had heard of that
 * or not, the answer no longer counts, and has a receipt or none.
 */
const maybeLeftBehind = (before: readonly Entry[], known: readonly Entry[], answer: FieldEntry): boolean => {
  const change = before.findLastIndex((one) => 'receipts' in one);
  return before
    .slice(before.indexOf(answer), Math.max(change, 0))
    .some((one) => 'field' in one && one.field === answer.field && !isNote(one) && !known.includes(one));
};

/**
 * Whether the receipts of a change of policy are those that the log before it gives: one for every answer, each with what
 * became of it. Words that were withdrawn since could have been what any text could be.
 */
export const areReceiptsOf = (before: Model, after: Model, log: readonly Entry[], change: PolicyChange): boolean => {
  const known = new Map(change.receipts.map((one) => [one.entry, one.is]));
  const heard = seen(log, change);
  const expected = ordered([...latestAnswers(heard).values()]).flatMap((entry): readonly Receipt[] => {
    if (!known.has(entry.id) && maybeLeftBehind(ordered(log), heard, entry as FieldEntry)) return [];
    if (entry.kind === 'withdrawn') {
      const said = known.get(entry.id);
      const least = carried(before, after, entry.field, undefined);
      return said === undefined ? [] : [{ entry: entry.id, is: least === 'kept' && said === 'options' ? said : least }];
    }
    return 'value' in entry ? [{ entry: entry.id, is: carried(before, after, entry.field, entry.value) }] : [];
  });
  return plain(expected) === plain(change.receipts);
};

/**
 * Whether each receipt of a change is one that some version before it gives, for one answer of each field. Where several
 * devices have changed the policy without hearing of each other, nobody can tell any more which answers each had heard of:
 * one without a receipt is asked again, and no receipt may say what is not so. What is kept must be so from a version that
 * stood before the answer was given. `models` are those of the versions that the log names, in its order.
 */
export const areSoundReceipts = (
  models: readonly (Model | undefined)[],
  after: Model,
  log: readonly Entry[],
  { receipts }: PolicyChange,
): boolean => {
  const places = log.flatMap((one, place) => ('policy' in one ? [place] : []));
  const fields = new Set<string>();
  return receipts.every(({ entry: id, is }) => {
    const at = log.findIndex((one) => one.id === id);
    const entry = log[at];
    if (!entry || !('field' in entry) || isNote(entry) || fields.has(entry.field)) return false;
    fields.add(entry.field);
    const value = 'value' in entry ? entry.value : undefined;
    return models.some(
      (before, index) =>
        before && (is !== 'kept' || (places[index] ?? at) < at) && carried(before, after, entry.field, value) === is,
    );
  });
};
