import { type Answer, type Key, partsOfKey } from '../policy/answer';
import { foresee } from '../policy/foresee';
import { isUnsure } from '../policy/scope';
import { type AskedField, askedFields, type Step, type Walk, flatFields } from '../policy/walk';
import { asIfConfirmed, type Assessment } from './assessment';
import { latestAnswers } from './log';

/** Something of the earlier record that can be confirmed at once: one answer, a group with all its rows, or a row of a list. */
export interface Confirmable {
  readonly id: Key;
  readonly step: Step;
  /** What is confirmed; of a group over fixed rows, one row. */
  readonly asked: AskedField;
  /** The answers in it that wait, with what they were. */
  readonly answers: ReadonlyMap<Key, Answer>;
}

/** What is still to be done with the answers of an earlier record. */
export interface StillTrue {
  /** Where the answers lead if all that is offered is confirmed, as far as can be foreseen. */
  readonly walk: Walk;
  /** In the order of the path. */
  readonly offers: readonly Confirmable[];
  /** The first page that is not wholly answered and confirmed; none once nothing waits and an outcome is reached. */
  readonly next: Step | undefined;
  /** The first page with an answer that nobody can confirm: not known, or what stood in the way. */
  readonly gap: Step | undefined;
}

/** The keys of offers that stood in the way of a decision, and are asked again. */
const gapsIn = ({ log }: Assessment): ReadonlySet<Key> =>
  new Set(
    [...latestAnswers(log)].flatMap(([key, entry]) => (entry.kind === 'carried' && entry.gap === true ? [key] : [])),
  );

/** A field as what is confirmed at once: whole, or row by row where its rows are fixed. */
const units = (asked: AskedField): readonly { readonly id: Key; readonly asked: AskedField }[] =>
  asked.field.kind === 'group' && asked.field.over !== undefined
    ? asked.rows.map((row) => ({ id: `${asked.key}/${row.id}`, asked: { ...asked, rows: [row] } }))
    : [{ id: asked.key, asked }];

/**
 * What an assessment still has to do with the answers of an earlier record. It walks as if all of them were confirmed,
 * so that what is listed is what the path would ask; none of them counts before it is. What nobody knew, what stood in
 * the way, and what does not fit any more is no offer: its page is opened.
 */
export const stillTrue = (assessment: Assessment): StillTrue => {
  const { model, carried } = assessment;
  const walked = foresee(model, asIfConfirmed(assessment), assessment.walk.today);
  const gaps = gapsIn(assessment);
  const isGap = (key: Key): boolean => {
    const value = carried.get(key);
    return value !== undefined && (gaps.has(key) || isUnsure(model, partsOfKey(key).field, value));
  };
  const isAnswered = ({ key, required, field }: AskedField): boolean =>
    !required || walked.counted.has(key) || (field.kind === 'group' && field.over !== undefined);
  const offersOn = (step: Step): readonly Confirmable[] =>
    askedFields(walked, step)
      .flatMap(units)
      .flatMap(({ id, asked }): readonly Confirmable[] => {
        const inside = flatFields([asked]);
        const waiting = inside.flatMap(({ key }) => {
          const value = carried.get(key);
          return value === undefined ? [] : [[key, value] as const];
        });
        const whole = inside.every(isAnswered) && waiting.every(([key]) => walked.counted.has(key) && !isGap(key));
        return waiting.length > 0 && whole ? [{ id, step, asked, answers: new Map(waiting) }] : [];
      });
  const waits = (step: Step): boolean =>
    flatFields(askedFields(walked, step)).some((asked) => carried.has(asked.key) || !isAnswered(asked));
  const hasGap = (step: Step): boolean => flatFields(askedFields(walked, step)).some(({ key }) => isGap(key));
  const { path } = walked;
  return { walk: walked, offers: path.flatMap(offersOn), next: path.find(waits), gap: path.find(hasGap) };
};

/** Whether the assessment takes up a record with its gaps alone. */
export const reopensGaps = ({ log }: Pick<Assessment, 'log'>): boolean =>
  log.some((entry) => entry.kind === 'carried' && entry.gap === true);
