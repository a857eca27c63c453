import { canonical, type Json } from '../base/canonical';
import { type Failure, failure } from '../base/result';
import { replay as replayLog } from '../assessment/assessment';
import { type Entry, isNote } from '../assessment/log';
import { sealedForm } from '../policy/parse';
import { partsOfKey } from '../policy/answer';
import { type Model, modelOf } from '../policy/model';
import { inLanguage } from '../policy/present';
import type { Policy } from '../policy/schema';
import type { Settings } from '../policy/settings';
import { canonicalText } from '../base/text';
import type { RecordPayload } from './payload';
import { type RecordResult, resultOf, titleOf } from './result';

export type ReplayCode = 'replay.pinned' | 'replay.log' | 'replay.no-outcome' | 'replay.differs';

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
 * Entries that cannot stand in the log of such a record: a second beginning, other pins than the record's, and pages,
 * fields and outcomes that its policy does not have. A log that has changed its policy may name those of the one before.
 */
const strayEntries = (payload: RecordPayload, model: Model): readonly Failure<ReplayCode>[] => {
  const { log } = payload;
  const policies = log.flatMap((entry) => ('policy' in entry ? [entry.policy] : []));
  const settings = log.flatMap((entry) => ('settings' in entry ? [entry.settings] : []));
  const pinned = policies.at(-1) === payload.policy.sha256 && settings.at(-1) === payload.settings.sha256;
  const isKnown = (entry: Entry): boolean => {
    if (entry.kind === 'outcome-shown') return model.outcomes.has(entry.outcome);
    if (!('field' in entry)) return true;
    const { field } = partsOfKey(entry.field);
    return isNote(entry) ? model.pages.has(field) : model.places.has(field);
  };
  return [
    ...(pinned ? [] : [failure<ReplayCode>('replay.log', 'log[0]')]),
    ...log.flatMap((entry, index) =>
      (index > 0 && entry.kind === 'started') || (policies.length === 1 && !isKnown(entry))
        ? [failure<ReplayCode>('replay.log', `log[${index}]`)]
        : [],
    ),
  ];
};

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
  const model = modelOf(policy, settings);
  const assessment = replayLog(model, payload.log);
  const result = assessment && resultOf(assessment.walk);
  if (!result) return [failure('replay.no-outcome', 'result')];
  const said = payload.result as unknown as Record<(typeof parts)[number], Json>;
  const found = result as unknown as Record<(typeof parts)[number], Json>;
  const declared = canonicalText(inLanguage(policy.declaration, payload.language), false);
  const title = titleOf(assessment.walk, payload.language);
  const [first] = payload.log;
  const practice = first?.kind === 'started' && first.practice === true;
  const continued = first?.kind === 'started' ? first.continues : undefined;
  return [
    ...strayEntries(payload, model),
    ...(practice === (payload.kind === 'practice')
      ? []
      : [failure<ReplayCode>('replay.differs', 'kind', { part: 'kind' })]),
    ...(payload.revision > 1 || continued === payload.replaces
      ? []
      : [failure<ReplayCode>('replay.differs', 'replaces', { part: 'replaces' })]),
    ...(title === payload.title ? [] : [failure<ReplayCode>('replay.differs', 'title', { part: 'title' })]),
    ...parts
      .filter((part) => canonical(said[part]) !== canonical(found[part]))
      .map((part) => failure<ReplayCode>('replay.differs', `result.${part}`, { part })),
    ...(declared === payload.declaration
      ? []
      : [failure<ReplayCode>('replay.differs', 'declaration', { part: 'declaration' })]),
  ];
};
