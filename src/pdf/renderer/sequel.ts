import { writtenDate, writtenMoment } from '../../base/calendar';
import { deciders, dueBeforeDecision } from '../../policy/deciding';
import { words as wordsOf } from '../../policy/present';
import { goesAgainst } from '../../record/sequel-parse';
import type { DecisionPayload, Deciding, FollowUpPayload, SequelPayload } from '../../record/sequel-payload';
import { levelStanding, samePerson } from '../../record/sequel-rules';
import type { Block } from '../document';
import { count, one, pairs, type Sheet } from './context';
import { conditionText, decidedConditions } from './sequel-conditions';
import { sequelWords as words } from './sequel-words';

type Pair = { readonly label: string; readonly value: string };

const heading = (text: string): Block => ({ kind: 'heading', level: 2, text });

/** What somebody wrote, where they wrote anything. */
const written = (label: string, text: string | undefined): readonly Block[] =>
  text === undefined ? [] : [{ kind: 'words', label, text }];

const person = ({ name, job, service }: SequelPayload['signer']): string => `${name}, ${job}, ${service}`;

/** What the record recommends, and how the decision stands to that. */
const againstRecommendation = ({ assessment, payload, language }: Sheet, { decision }: Deciding): readonly string[] => {
  const outcome = assessment.model.outcomes.get(payload.result.outcome);
  const title = outcome ? one(wordsOf(assessment.walk, outcome.title, language)) : payload.result.outcome;
  const stands = goesAgainst(decision) ? words.against : decision === 'refer' ? words.open : words.along;
  return [words.recommends(title), stands];
};

const levels = ({ assessment, language }: Sheet, { level }: DecisionPayload): readonly Pair[] => {
  const standing = words.standing[levelStanding(deciders(assessment.walk, language), level)];
  return [
    { label: words.required, value: level.required ?? words.nobodyRequired },
    { label: words.claimed, value: [level.claimed ?? words.noLevel, standing].filter(Boolean).join('. ') },
  ];
};

const people = ({ assessment, payload }: Sheet, { signer }: DecisionPayload): Pair => {
  const same = samePerson(signer, payload.signer);
  const { separation } = assessment.model.policy.approval;
  const value = same === undefined ? words.different : `${words.same[same]}.${separation ? '' : ` ${words.mayBeSame}`}`;
  return { label: words.people, value };
};

/** Each condition that was due before the decision: met, or waived and why. */
const due = (sheet: Sheet, payload: DecisionPayload): readonly Block[] => {
  const { walk } = sheet.assessment;
  if (dueBeforeDecision(walk).length === 0) return [{ kind: 'paragraph', text: words.noneDue }];
  if (payload.due.length === 0) return [{ kind: 'paragraph', text: words.notMarked }];
  return [
    {
      kind: 'table',
      columns: [
        { heading: words.condition, share: 72 },
        { heading: words.state, share: 28 },
      ],
      rows: payload.due.map(({ id, state }) => [conditionText(sheet, id), words[state]]),
    },
    ...payload.due.flatMap(({ id, reason }) => written(words.waiving(conditionText(sheet, id)), reason)),
  ];
};

const decision = (sheet: Sheet, payload: DecisionPayload): readonly Block[] => [
  { kind: 'panel', title: words.decisions[payload.decision], lines: againstRecommendation(sheet, payload) },
  ...written(words.reason, payload.reason),
  ...written(words.to, payload.to),
  ...written(words.comment, payload.comment),
  heading(words.atAGlance),
  ...pairs([
    { label: words.reference, value: sheet.payload.reference },
    { label: words.decidedBy, value: person(payload.signer) },
    { label: words.decidedOn, value: writtenMoment(payload.time.signedAt) },
    ...levels(sheet, payload),
    {
      label: words.assessedBy,
      value: `${sheet.payload.signer.name}, ${sheet.payload.signer.job}, ${sheet.payload.signer.service}`,
    },
    people(sheet, payload),
  ]),
  heading(words.due),
  ...due(sheet, payload),
  ...decidedConditions(sheet, payload),
];

const bodyDecision = (
  sheet: Sheet,
  payload: Extract<FollowUpPayload, { readonly kind: 'body-decision' }>,
): readonly Block[] => [
  {
    kind: 'panel',
    title: words.ofBody(words.byBody[payload.decision]),
    lines: againstRecommendation(sheet, payload),
  },
  ...written(words.reason, payload.reason),
  ...written(words.to, payload.to),
  ...written(words.body, payload.body),
  ...written(words.minute, payload.minute),
  ...pairs([{ label: words.meeting, value: writtenDate(payload.meeting) }]),
];

const conditionsMet = (
  sheet: Sheet,
  payload: Extract<FollowUpPayload, { readonly kind: 'conditions-met' }>,
): readonly Block[] => [
  { kind: 'panel', title: words.metTitle(count(payload.met.length)), lines: [words.metLead] },
  ...payload.met.flatMap(({ id, date, evidence }) =>
    written(words.metOn(writtenDate(date), conditionText(sheet, id), id), evidence),
  ),
];

const followUp = (sheet: Sheet, payload: Exclude<FollowUpPayload, { kind: 'registered' }>): readonly Block[] => [
  ...(payload.kind === 'body-decision' ? bodyDecision(sheet, payload) : conditionsMet(sheet, payload)),
  ...written(words.comment, payload.comment),
  heading(words.atAGlance),
  ...pairs([
    { label: words.reference, value: sheet.payload.reference },
    { label: words.recordedBy, value: person(payload.signer) },
  ]),
];

/** What a document says of itself, but for its signature: `sheet` is the record that all of it is about. */
export const sequelBody = (sheet: Sheet, payload: Exclude<SequelPayload, { kind: 'registered' }>): readonly Block[] =>
  payload.kind === 'decision' ? decision(sheet, payload) : followUp(sheet, payload);

/** A receipt of the register: it names the document, and has nothing else to go by. */
export const receipt = (payload: Extract<SequelPayload, { kind: 'registered' }>): readonly Block[] => [
  { kind: 'panel', title: words.registeredTitle, lines: [words.registeredLead] },
  ...written(words.entry, payload.entry),
  ...written(words.comment, payload.comment),
  heading(words.atAGlance),
  ...pairs([
    { label: words.reference, value: payload.reference },
    { label: words.received, value: writtenDate(payload.received) },
    { label: words.follows, value: payload.follows },
    { label: words.recordedBy, value: person(payload.signer) },
  ]),
];
