import { askedOnPath, questionOf } from '../../assessment/asked';
import { groundsOfCondition, inOrder } from '../../assessment/conditions';
import { writtenDate } from '../../base/calendar';
import { partsOfKey } from '../../policy/answer';
import { roleName } from '../../policy/present';
import type { RecordPayload } from '../../record/payload';
import type { Block, Text } from '../document';
import { answered, one, said, type Sheet, worded } from './context';
import { words } from './words';

type Condition = RecordPayload['result']['conditions'][number];

/** The record's conditions in the order in which they fall due: their numbers are their places in it. */
export const numbered = ({ payload, assessment }: Sheet): readonly Condition[] =>
  inOrder(assessment.model.policy, payload.result.conditions);

/** A condition as the policy words it, by when, and the answers that raise it. */
const conditionText = (sheet: Sheet, { id, date }: Condition, places: ReturnType<typeof askedOnPath>): Text => {
  const { walk, model } = sheet.assessment;
  const rule = model.conditions.get(id);
  const grounds = groundsOfCondition(walk, places, id).map((place) => {
    const answer = answered(sheet, place.asked);
    return words.ground(
      one(questionOf(walk, place, sheet.language)),
      answer.slice(0, 80).trimEnd(),
      answer.length > 80,
    );
  });
  return [
    { text: rule ? worded(sheet, rule.text) : id, bold: true },
    ...(date === undefined ? [] : [{ text: words.byDay(writtenDate(date)) }]),
    ...(grounds.length === 0 ? [] : [{ text: ` ${words.grounds(grounds)}` }]),
  ];
};

/** The questions that nobody could answer yet. */
const findOut = ({ payload, assessment, ...rest }: Sheet): readonly Block[] => {
  const unsure = payload.result.unsure.map((key) => {
    const { field, row } = partsOfKey(key);
    const place = assessment.model.places.get(field);
    return place ? worded({ payload, assessment, ...rest }, place.field.label, row) : key;
  });
  return unsure.length === 0
    ? []
    : [
        { kind: 'heading', level: 3, text: words.findOut },
        { kind: 'list', style: 'bullet', items: unsure },
      ];
};

/** The conditions by when they fall due, numbered, each with whose it is and the answers that raise it. */
export const conditions = (sheet: Sheet): readonly Block[] => {
  const { walk, model } = sheet.assessment;
  const raised = numbered(sheet);
  const title: Block = { kind: 'heading', level: 2, text: words.conditions };
  if (raised.length === 0) return [title, { kind: 'paragraph', text: words.noConditions }, ...findOut(sheet)];
  const places = askedOnPath(walk);
  const points = [...new Set(raised.map(({ point }) => point))];
  return [
    title,
    ...points.flatMap((point): readonly Block[] => {
      const due = model.policy.duePoints.find(({ id }) => id === point);
      return [
        { kind: 'heading', level: 3, text: due ? said(sheet, due.label) : point },
        {
          kind: 'table',
          columns: [
            { heading: words.number, share: 9 },
            { heading: words.condition, share: 71 },
            { heading: words.owner, share: 20 },
          ],
          rows: raised.flatMap((condition, index) =>
            condition.point === point
              ? [
                  [
                    String(index + 1),
                    conditionText(sheet, condition, places),
                    one(roleName(walk, condition.owner, sheet.language)),
                  ],
                ]
              : [],
          ),
        },
      ];
    }),
    ...findOut(sheet),
  ];
};
