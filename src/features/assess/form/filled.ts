import { canonical, type Json } from '../../../base/canonical';
import { asIfConfirmed, type Assessment } from '../../../assessment/assessment';
import { wasSeen } from '../../../assessment/log';
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
  /** Whether what is replaced has led to an outcome that was seen, so that a change has to say why. */
  readonly needsReason: boolean;
  /** Whether all that is replaced was not known before. */
  readonly wasUnsure: boolean;
}

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
    needsReason: replaced.some(({ asked }) => wasSeen(assessment, asked.key)),
    wasUnsure: replaced.every(({ asked: { key, field } }) => isUnsure(model, field.id, answers.get(key) ?? '')),
  };
};
