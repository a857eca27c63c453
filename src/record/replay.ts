import { canonical, type Json } from '../base/canonical';
import { type Failure, failure } from '../base/result';
import { replay as replayLog } from '../assessment/assessment';
import { areReceiptsOf, areSoundReceipts } from '../assessment/carry-over';
import { type Entry, pinsOf } from '../assessment/log';
import { type Earlier, hasSubject, modelsOf, versionsOf } from '../assessment/versions';
import { sealedForm } from '../policy/parse';
import { type Model, modelOf } from '../policy/model';
import { inLanguage } from '../policy/present';
import type { Policy } from '../policy/schema';
import type { Settings } from '../policy/settings';
import { canonicalText } from '../base/text';
import type { RecordPayload } from './payload';
import { type RecordResult, resultOf, titleOf } from './result';

export type ReplayCode = 'replay.pinned' | 'replay.log' | 'replay.no-outcome' | 'replay.receipts' | 'replay.differs';

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
 * fields and outcomes that its policy does not have, nor any of those that it stood on before.
 */
const strayEntries = (
  payload: RecordPayload,
  models: readonly (Model | undefined)[],
): readonly Failure<ReplayCode>[] => {
  const { log } = payload;
  const pins = pinsOf(log);
  const pinned = pins?.policy === payload.policy.sha256 && pins.settings === payload.settings.sha256;
  const isKnown = (entry: Entry): boolean => models.some((one) => one && hasSubject(one, entry));
  return [
    ...(pinned ? [] : [failure<ReplayCode>('replay.log', 'log[0]')]),
    ...log.flatMap((entry, index) =>
      (index > 0 && entry.kind === 'started') || !isKnown(entry)
        ? [failure<ReplayCode>('replay.log', `log[${index}]`)]
        : [],
    ),
  ];
};

/**
 * Whether a change proves its receipts. Whoever made it may not have heard of the changes straight before it, where another
 * device made those: then its receipts are what the log gives without them, from the version before. Where that cannot be
 * told either, they have to be sound.
 */
const isProven = (
  log: readonly Entry[],
  changes: readonly Entry[],
  models: readonly (Model | undefined)[],
  at: number,
): boolean => {
  const [change, after] = [changes[at], models[at]];
  if (change?.kind !== 'policy-changed' || !after) return false;
  const known = log.slice(0, log.indexOf(change));
  for (let from = at - 1; from >= 0; from--) {
    const unheard = new Set(changes.slice(from + 1, at));
    const before = models[from];
    const heard = known.filter((entry) => !unheard.has(entry));
    if (before && areReceiptsOf(before, after, heard, change)) return true;
    if (changes[from]?.device === change.device) break;
  }
  const isAlone = changes.slice(1, at).every(({ device }) => device === change.device);
  return !isAlone && areSoundReceipts(models.slice(0, at), after, known, change);
};

/**
 * Changes of policy that cannot be followed, and those whose receipts are not what the log before them gives. `models` are
 * those of the versions that the log names, in its order.
 */
export const changeFailures = (
  log: readonly Entry[],
  models: readonly (Model | undefined)[],
): readonly Failure<ReplayCode>[] => {
  const changes = versionsOf(log);
  return changes.flatMap((change, index) => {
    const at = log.indexOf(change);
    if (!models[index]) return [failure<ReplayCode>('replay.pinned', `log[${at}]`)];
    if (change.kind !== 'policy-changed' || !models[index - 1] || isProven(log, changes, models, index)) return [];
    return [failure<ReplayCode>('replay.receipts', `log[${at}].receipts`)];
  });
};

/**
 * Works a record out again from its own log under its own policy and settings. Every part of the result that differs is
 * a failure: the record then says what its answers do not.
 */
export const replayFailures = (
  payload: RecordPayload,
  policy: Policy,
  settings: Settings,
  earlier: Earlier = new Map(),
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
  const known = new Map([...earlier, [payload.policy.sha256, policy], [payload.settings.sha256, settings]] as const);
  const changes = versionsOf(payload.log);
  const models = modelsOf(changes, known);
  const practice = first?.kind === 'started' && first.practice === true;
  const continued = first?.kind === 'started' ? first.continues : undefined;
  return [
    ...strayEntries(payload, [model, ...models]),
    ...(changes.length > 1 ? changeFailures(payload.log, models) : []),
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
