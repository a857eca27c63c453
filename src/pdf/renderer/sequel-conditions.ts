import { type WordedCondition, wordedConditions } from '../../policy/deciding';
import type { DecisionPayload } from '../../record/sequel-payload';
import type { Block } from '../document';
import { numbered } from './conditions';
import { type Sheet, worded } from './context';
import { sequelWords as words } from './sequel-words';

/** A condition as the policy words it; of one that a decision added, that it did. */
export const conditionText = (sheet: Sheet, id: string): string => {
  const rule = sheet.assessment.model.conditions.get(id);
  return rule ? worded(sheet, rule.text) : words.addedCondition;
};

const same = (a: WordedCondition, b: WordedCondition): boolean =>
  a.text === b.text && a.owner === b.owner && a.due === b.due;

/**
 * The conditions of a decision: as the record words them, or each as finally worded under its number in the record, and
 * which of the record's are gone.
 */
export const decidedConditions = (sheet: Sheet, { decision, conditions }: DecisionPayload): readonly Block[] => {
  if (decision !== 'approve' && decision !== 'approve-changed') return [];
  const { walk } = sheet.assessment;
  const before = wordedConditions(walk, numbered(sheet), sheet.language);
  const title: Block = { kind: 'heading', level: 2, text: words.conditions };
  if (conditions.length === 0)
    return [title, { kind: 'paragraph', text: before.length === 0 ? words.noConditions : words.stand }];
  const dropped = before.filter(({ id }) => !conditions.some((final) => final.id === id));
  return [
    title,
    ...conditions.map((final): Block => {
      const number = before.findIndex(({ id }) => id === final.id);
      const was = before[number];
      return {
        kind: 'words',
        label: was
          ? words.final(number + 1, final.id, words.change[same(was, final) ? 'same' : 'changed'])
          : words.added(final.id),
        text: `${final.text}\n${words.who(final.owner)}\n${words.when(final.due)}`,
      };
    }),
    ...(dropped.length === 0
      ? []
      : [
          { kind: 'heading', level: 3, text: words.dropped } as const,
          { kind: 'list', style: 'bullet', items: dropped.map(({ text }) => text) } as const,
        ]),
  ];
};
