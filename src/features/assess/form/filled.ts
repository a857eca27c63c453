import { canonical, type Json } from '../../../base/canonical';
import { asIfConfirmed, type Assessment } from '../../../assessment/assessment';
import { isUnsure } from '../../../policy/scope';
import type { Step } from '../../../policy/walk';
import { livePage, type LivePage, type RawValues, type Reading, readPage, type WalkOn } from './overlay';

export const isSame = (a: unknown, b: unknown): boolean =>
  a === b || canonical((a ?? null) as Json) === canonical((b ?? null) as Json);

/** A page with what its form holds: what it asks, what has been answered, what is wrong, and what would be changed. */
export interface FilledPage extends ReturnType<typeof readPage> {
  readonly live: LivePage;
  /** The readings that take the place of another answer. */
  readonly replaced: readonly Reading[];
  /** Whether the outcome has been seen, and a change has to say why. */
  readonly needsReason: boolean;
  /** Whether all that is replaced was not known before. */
  readonly wasUnsure: boolean;
}

/** Whether the officer has seen what the answers come to. */
export const isOutcomeShown = ({ log }: Pick<Assessment, 'log'>): boolean =>
  log.some((entry) => entry.kind === 'outcome-shown');

export const filledPage = (assessment: Assessment, step: Step, raws: RawValues, walkOn?: WalkOn): FilledPage => {
  const { answers, model } = assessment;
  const live = livePage(assessment.walk, asIfConfirmed(assessment), step, raws, walkOn);
  const { readings, failures } = readPage(live, raws);
  const replaced = readings.filter(({ asked: { key }, value }) => answers.has(key) && !isSame(value, answers.get(key)));
  return {
    live,
    readings,
    failures,
    replaced,
    needsReason: replaced.length > 0 && isOutcomeShown(assessment),
    wasUnsure: replaced.every(({ asked: { key, field } }) => isUnsure(model, field.id, answers.get(key) ?? '')),
  };
};
