import { canonical, type Json } from '../base/canonical';
import { type Failure, failure } from '../base/result';
import { replay as replayLog } from '../assessment/assessment';
import { sealedForm } from '../policy/parse';
import { modelOf } from '../policy/model';
import { inLanguage } from '../policy/present';
import type { Policy } from '../policy/schema';
import type { Settings } from '../policy/settings';
import { canonicalText } from '../base/text';
import type { RecordPayload } from './payload';
import { type RecordResult, resultOf } from './result';

export type ReplayCode = 'replay.pinned' | 'replay.no-outcome' | 'replay.differs';

const parts = [
  'path',
  'outcome',
  'answers',
  'values',
  'conditions',
  'unsure',
  'contradictions',
  'register',
] as const satisfies readonly (keyof RecordResult)[];

/**
 * Works a record out again from its own log under its own policy and settings. Every part of the result that differs is
 * a failure: the record then says what its answers do not.
 */
export const replayFailures = (
  payload: RecordPayload,
  policy: Policy,
  settings: Settings,
): readonly Failure<ReplayCode>[] => {
  const pins =
    sealedForm(policy).sha256 === payload.policy.sha256 && sealedForm(settings).sha256 === payload.settings.sha256;
  const named = policy.id === payload.policy.id && policy.version === payload.policy.version;
  if (!pins || !named) return [failure('replay.pinned', 'policy')];
  const assessment = replayLog(modelOf(policy, settings), payload.log);
  const result = assessment && resultOf(assessment.walk);
  if (!result) return [failure('replay.no-outcome', 'result')];
  const said = payload.result as unknown as Record<(typeof parts)[number], Json>;
  const found = result as unknown as Record<(typeof parts)[number], Json>;
  const declared = canonicalText(inLanguage(policy.declaration, payload.language), false);
  return [
    ...parts
      .filter((part) => canonical(said[part]) !== canonical(found[part]))
      .map((part) => failure<ReplayCode>('replay.differs', `result.${part}`, { part })),
    ...(declared === payload.declaration
      ? []
      : [failure<ReplayCode>('replay.differs', 'declaration', { part: 'declaration' })]),
  ];
};
