import type { Failure } from '../base/result';
import type { SequelCode } from '../record/sequel-parse';
import type { SequelRuleCode } from '../record/sequel-rules';
import type { ShapeCode } from '../base/shape';
import type { RecordCode } from '../record/parse';
import type { VerifyCode } from '../verify/codes';
import type { LineId } from '../verify/verdict';

type Params = Failure['params'];
type Sentence = string | ((params: Params) => string);

/** The lines that only a decision or a follow-up has, those of a chain of decisions, and the one that says whether anything was decided. */
type Own = Extract<LineId, 'inside' | 'rules' | 'decision' | 'decided' | 'level' | 'people' | 'against'>;

export const sequelTitles: Readonly<Record<Own, string>> = {
  inside: 'Enclosed document',
  rules: 'Rules of the policy',
  decision: 'Chain of decisions',
  decided: 'Decision',
  level: 'Level of approval',
  people: 'Officer and approver',
  against: 'Beside the recommendation',
};

const decidedWords: Readonly<Record<string, string>> = {
  approve: 'approved',
  'approve-changed': 'approved, with changed conditions,',
  refuse: 'refused',
};

const decided = ({ kind, decision, by, body, at, decisions }: Params): string => {
  if (kind === 'record')
    return 'Nothing is decided in this file: it is a record without a decision. If somebody has decided on it, ask for that document.';
  if (kind === 'registered')
    return 'This document only names what it follows. Open that one to see the record and what was decided.';
  if (decision === undefined) return 'Nothing has been decided on this record yet.';
  const who = body === '' ? `by ${by}` : `by ${body}, as recorded by ${by}`;
  const more =
    Number(decisions) > 1 ? ` It is the last of ${decisions} decisions in this file, told above in their order.` : '';
  if (decision === 'refer') return `Not decided: referred to somebody else ${who}, signed on ${at}.${more}`;
  return `The recommendation was ${decidedWords[String(decision)] ?? ''} ${who}, signed on ${at}.${more}`;
};

const knownWords: Readonly<Record<string, string>> = {
  signer: 'The certificate is on your list of trust.',
  authority: 'Your list of trust has the authority that issued the certificate.',
};

/** One decision of several: its number, what was decided, by whom, as what and when, and whether the key is known. */
const decision = ({
  number,
  all,
  decision: what,
  by,
  body,
  claimed,
  to,
  at,
  known,
  withdrawnOn,
  sha256,
}: Params): string => {
  const done = what === 'refer' ? `referred to ${to}` : (decidedWords[String(what)] ?? '').replaceAll(',', '');
  const who =
    body === '' ? `by ${by}, as ${claimed === '' ? 'approver' : claimed}` : `by ${body}, as recorded by ${by}`;
  const key = knownWords[String(known)] ?? `Whose key it is was not checked: its certificate is ${sha256}.`;
  const withdrawn = withdrawnOn === '' ? '' : ` It was withdrawn on ${withdrawnOn}, after this decision.`;
  return `Decision ${number} of ${all}: ${done} ${who}, signed on ${at}. ${key}${withdrawn}`;
};

const level = ({ standing, required, claimed }: Params): string => {
  switch (standing) {
    case 'none-required':
      return `The policy asks nobody to decide on this outcome.${claimed === '' ? '' : ` The approver decided as: ${claimed}.`}`;
    case 'as-required':
      return `The approver decided at the level that the policy requires: ${required}.`;
    case 'above':
      return `The approver decided as ${claimed}, above the level that the policy requires: ${required}.`;
    default:
      return `The approver decided as ${claimed}. The policy requires ${required}: ask who had the authority.`;
  }
};

export const sequelPassed: Readonly<Record<Own, Sentence>> = {
  inside: ({ name }) =>
    `The enclosed file ${name} passed all these checks itself, and is the one that this document names.`,
  rules: 'The document keeps the rules that the policy inside the record sets for decisions.',
  decision,
  decided,
  level,
  people: ({ same }) =>
    same === ''
      ? 'The officer and the approver are different people, by their keys and by their names.'
      : `The officer and the approver are the same person, by their ${same}. The policy allows that.`,
  against: ({ against }) =>
    against === 'yes'
      ? 'The decision goes against the recommendation of the record. The document gives the reason.'
      : 'The decision is as the record recommends.',
};

type Code =
  | Exclude<SequelCode, ShapeCode | RecordCode>
  | SequelRuleCode
  | Extract<VerifyCode, 'verify.kind' | 'verify.kinds-mixed' | 'verify.depth' | 'verify.inside'>;

/** Why a decision or a follow-up is refused. The first of these are also faults of one that is being made. */
export const sequelRefusals: Readonly<Record<Code, Sentence>> = {
  'sequel.follows': 'The document does not follow the one that it encloses.',
  'sequel.reason-missing': 'The decision goes against the recommendation and gives no reason.',
  'sequel.reason-idle': 'The decision gives a reason for going against the recommendation, and does not go against it.',
  'sequel.to-missing': 'The document refers the record to somebody, and does not say to whom.',
  'sequel.to-idle': 'The document names somebody that the record is referred to, and does not refer it.',
  'sequel.waived-reason': 'A condition is waived without a reason.',
  'sequel.met-reason': 'A condition that is met has a reason for being waived.',
  'sequel.due-idle': 'The decision does not approve, and still says that conditions are met.',
  'sequel.conditions-missing': 'The decision changes the conditions, and does not say what they are.',
  'sequel.conditions-idle': 'The decision words conditions, and does not say that it changes them.',
  'sequel.twice': ({ id }) => `The same condition comes twice: ${id}.`,
  'sequel.date': 'The document tells of a day that lies after its signing.',
  'decision.practice': 'A practice record cannot be decided on.',
  'decision.depth': ({ most }) => `More than ${most} documents would enclose one another.`,
  'decision.renderer':
    'The document was not made by the same version as the record in it. The record must be signed again.',
  'decision.time': 'The document was signed before the one that it encloses. A clock was wrong.',
  'decision.encloses': 'The document encloses another record than the one that it names.',
  'decision.separation': 'The officer who signed the record decided on it. The policy does not allow that.',
  'decision.due': 'The decision does not mark the conditions that are due before it.',
  'decision.condition-unknown': 'The document names a condition that the record does not have.',
  'decision.level-required': 'The document does not name the level of approval that the policy requires.',
  'decision.level-claimed': 'The level of approval that is claimed is not one that the policy knows.',
  'verify.kind': 'The data is a decision under the name of a follow-up, or the other way round.',
  'verify.kinds-mixed': 'The file holds the data of more than one kind of document.',
  'verify.depth': ({ most }) => `More than ${most} documents enclose one another. No genuine chain is so deep.`,
  'verify.inside': ({ name }) => `The enclosed file ${name} does not pass these checks itself:`,
};
