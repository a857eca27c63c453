import { secondsOf } from '../base/calendar';
import { type Failure, failure } from '../base/result';
import { canonicalText } from '../base/text';
import { replay } from '../assessment/assessment';
import { deciders, dueBeforeDecision, requiredDecider } from '../policy/deciding';
import { modelOf } from '../policy/model';
import type { Walk } from '../policy/walk';
import { type Chain, lastOf, type ProvenRecord } from './chain';
import { approves } from './sequel-parse';
import { type DecisionPayload, type Enclosing, sequelLimits } from './sequel-payload';

export type SequelRuleCode =
  | 'decision.practice'
  | 'decision.depth'
  | 'decision.renderer'
  | 'decision.time'
  | 'decision.encloses'
  | 'decision.separation'
  | 'decision.due'
  | 'decision.condition-unknown'
  | 'decision.level-required'
  | 'decision.level-claimed';

/** A proven record walked again; it has an outcome, or it would not be proven. */
export const walkOf = ({ policy, settings, payload }: ProvenRecord): Walk => {
  const assessment = replay(modelOf(policy, settings), payload.log);
  if (!assessment) throw new Error('a proven record has a log');
  return assessment.walk;
};

/** An id that a condition has which the record does not know. */
export const addedPattern = /^added-[1-9]\d{0,2}$/;

/** The ids of all conditions that hold in a chain: the record's, and those that a decision added. */
export const conditionIds = ({ record, sequels }: Chain): ReadonlySet<string> =>
  new Set([
    ...record.payload.result.conditions.map(({ id }) => id),
    ...sequels.flatMap(({ payload }) => (payload.kind === 'decision' ? payload.conditions.map(({ id }) => id) : [])),
  ]);

interface Named {
  readonly signer: { readonly name: string; readonly certificateSha256: string };
}

/** By what two signers are one person: by their key, or by their name in whatever letters. */
export const samePerson = (a: Named['signer'], b: Named['signer']): 'key' | 'name' | undefined => {
  const plain = (text: string): string => canonicalText(text, false).toLowerCase();
  if (a.certificateSha256 === b.certificateSha256) return 'key';
  return plain(a.name) === plain(b.name) ? 'name' : undefined;
};

/** How the level that an approver claims stands to the one that the policy requires. */
export type LevelStanding = 'none-required' | 'as-required' | 'above' | 'below';

export const levelStanding = (levels: readonly string[], level: DecisionPayload['level']): LevelStanding => {
  const { required, claimed } = level;
  if (required === undefined) return 'none-required';
  if (claimed === required) return 'as-required';
  return claimed !== undefined && levels.indexOf(claimed) > levels.indexOf(required) ? 'above' : 'below';
};

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one, index) => one === b[index]);

const decisionFaults = (payload: DecisionPayload, chain: Chain): readonly Failure<SequelRuleCode>[] => {
  const { record } = chain;
  const { language, signer } = record.payload;
  const walk = walkOf(record);
  const { level } = payload;
  const levels = deciders(walk, language);
  const due = approves(payload.decision) ? dueBeforeDecision(walk).map(({ id }) => id) : [];
  const known = conditionIds(chain);
  const fault = (wrong: boolean, code: SequelRuleCode, place: string): readonly Failure<SequelRuleCode>[] =>
    wrong ? [failure(code, place)] : [];
  const same = samePerson(payload.signer, signer) !== undefined;
  return [
    ...fault(same && record.policy.approval.separation, 'decision.separation', 'signer'),
    ...fault(
      !sameList(
        payload.due.map(({ id }) => id),
        due,
      ),
      'decision.due',
      'due',
    ),
    ...payload.conditions.flatMap(({ id }, index) =>
      fault(!known.has(id) && !addedPattern.test(id), 'decision.condition-unknown', `conditions[${index}]`),
    ),
    ...fault(level.required !== requiredDecider(walk, language), 'decision.level-required', 'level.required'),
    ...fault(
      level.claimed === undefined ? levels.length > 0 : !levels.includes(level.claimed),
      'decision.level-claimed',
      'level.claimed',
    ),
  ];
};

/**
 * Why a document must not stand after the chain that it encloses. The roles, the levels, the conditions and the
 * separation are those of the policy inside the record.
 */
export const sequelRules = (payload: Enclosing, chain: Chain): readonly Failure<SequelRuleCode>[] => {
  const { record, sequels } = chain;
  const last = lastOf(chain);
  const known = conditionIds(chain);
  const { renderer } = record.payload;
  return [
    ...(record.payload.kind === 'practice' ? [failure<SequelRuleCode>('decision.practice', 'encloses')] : []),
    ...(sequels.length >= sequelLimits.depth
      ? [failure<SequelRuleCode>('decision.depth', 'encloses', { most: sequelLimits.depth })]
      : []),
    ...(payload.encloses.kind === last.kind && payload.encloses.recordId === last.id
      ? []
      : [failure<SequelRuleCode>('decision.encloses', 'encloses')]),
    ...(payload.renderer.version === renderer.version && payload.renderer.sha256 === renderer.sha256
      ? []
      : [failure<SequelRuleCode>('decision.renderer', 'renderer')]),
    ...(secondsOf(payload.time.signedAt) < secondsOf(last.signedAt)
      ? [failure<SequelRuleCode>('decision.time', 'time.signedAt')]
      : []),
    ...(payload.kind === 'decision' ? decisionFaults(payload, chain) : []),
    ...(payload.kind === 'conditions-met'
      ? payload.met.flatMap(({ id }, index) =>
          known.has(id) ? [] : [failure<SequelRuleCode>('decision.condition-unknown', `met[${index}]`)],
        )
      : []),
  ];
};
