import { inOrder } from '../../assessment/conditions';
import { isIsoDate } from '../../base/calendar';
import { deciders, dueBeforeDecision, type WordedCondition, wordedConditions } from '../../policy/deciding';
import type { Walk } from '../../policy/walk';
import type { Chain } from '../../record/chain';
import { approves, goesAgainst } from '../../record/sequel-parse';
import type { SequelInput } from '../../record/sequel-seal';
import type { Deciding, TypedForm } from '../../storage/deciding';
import { decideStrings as strings } from '../../strings/decide';
import { signerStrings } from '../../strings/signer';
import type { SignerForm } from '../../views/signer-details';
import { type Fault, longest, type Reading, readingOf } from './form';

/** What a form comes to once nothing is wrong with it. */
export interface Said {
  readonly input: SequelInput;
  readonly signer: SignerForm;
}

export const decisionKinds = ['approve', 'approve-changed', 'refuse', 'refer'] as const;
export const followUpKinds = ['body-decision', 'conditions-met', 'registered'] as const;

/** What a form is about. */
export interface About {
  readonly chain: Chain;
  readonly walk: Walk;
  /** The day by the signer's clock. */
  readonly today: string;
}

const maxAdded = 20;

/** The numbers of the conditions that the approver adds. */
export const addedNumbers = (form: TypedForm): readonly number[] =>
  Array.from({ length: maxAdded }, (_, index) => index + 1).filter((number) => form[`added-${number}`] === 'yes');

/** The conditions of a record, as the approver found them, in the order of their numbers there. */
export const conditionsOf = ({ chain: { record }, walk }: About): readonly WordedCondition[] =>
  wordedConditions(walk, inOrder(walk.model.policy, record.payload.result.conditions), record.payload.language);

/** Every condition that can be met: the record's, and those that a decision worded itself. */
export const allConditions = (about: About): readonly WordedCondition[] => {
  const own = about.chain.sequels.flatMap(({ payload }) => (payload.kind === 'decision' ? payload.conditions : []));
  const before = conditionsOf(about);
  const later = own.filter(({ id }, index) => own.findLastIndex((one) => one.id === id) === index);
  return [
    ...before.map((one) => later.find(({ id }) => id === one.id) ?? one),
    ...later.filter(({ id }) => !before.some((one) => one.id === id)),
  ];
};

/** A date in three boxes. */
const readDate = ({ faults }: Reading, form: TypedForm, field: string, label: string, today: string): string => {
  const [year = '', month = '', day = ''] = ['year', 'month', 'day'].map((part) =>
    (form[`${field}-${part}`] ?? '').trim(),
  );
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!isIsoDate(date)) faults.push({ field, text: strings.dateNeeded(label) });
  else if (date > today) faults.push({ field, text: strings.dateFuture(label) });
  return date;
};

const optional = <Key extends string, Value>(key: Key, value: Value | undefined): Partial<Record<Key, Value>> =>
  value === undefined ? {} : ({ [key]: value } as Partial<Record<Key, Value>>);

const readDecided = (reading: Reading) => {
  const decision = reading.choice('decision', decisionKinds, strings.decisionNeeded) ?? 'approve';
  return {
    decision,
    ...(decision === 'refer' && { to: reading.line('to', strings.toNeeded) }),
    ...(goesAgainst(decision) && optional('reason', reading.words('reason', strings.reasonNeeded))),
  };
};

const readDue = (reading: Reading, about: About) =>
  wordedConditions(about.walk, dueBeforeDecision(about.walk), about.chain.record.payload.language).map(
    ({ id, text }) => {
      const field = `due-${id}`;
      const state = reading.choice(field, ['met', 'waived'], strings.dueNeeded(text)) ?? 'met';
      const reason = state === 'waived' ? reading.words(`${field}-reason`, strings.waivedNeeded(text)) : undefined;
      return { id, state, ...optional('reason', reason) };
    },
  );

const readFinal = (reading: Reading, form: TypedForm, about: About): readonly WordedCondition[] => {
  const worded = (id: string): WordedCondition => ({
    id,
    text: reading.line(`${id}-text`, strings.textNeeded, longest.words),
    owner: reading.line(`${id}-owner`, strings.ownerNeeded),
    due: reading.line(`${id}-when`, strings.whenNeeded),
  });
  const before = conditionsOf(about);
  const kept = before.flatMap((one) => {
    const how = form[`final-${one.id}`] ?? 'keep';
    return how === 'drop' ? [] : [how === 'change' ? worded(one.id) : one];
  });
  const final = [...kept, ...addedNumbers(form).map((number) => worded(`added-${number}`))];
  const field = before[0] ? `final-${before[0].id}` : 'add';
  if (final.length === 0) reading.faults.push({ field, text: strings.noneLeft });
  else if (JSON.stringify(final) === JSON.stringify(before)) reading.faults.push({ field, text: strings.unchanged });
  return final;
};

const readDecision = (reading: Reading, form: TypedForm, about: About): SequelInput => {
  const decided = readDecided(reading);
  const levels = deciders(about.walk, about.chain.record.payload.language);
  const due = approves(decided.decision) ? readDue(reading, about) : [];
  const conditions = decided.decision === 'approve-changed' ? readFinal(reading, form, about) : [];
  const comment = reading.words('comment');
  const claimed = levels.length === 0 ? undefined : reading.choice('claimed', levels, strings.claimedNeeded);
  return {
    kind: 'decision',
    ...decided,
    due,
    conditions: [...conditions],
    ...optional('comment', comment),
    ...optional('claimed', claimed),
  };
};

const readFollowUp = (reading: Reading, form: TypedForm, about: About): SequelInput => {
  const kind = reading.choice('kind', followUpKinds, strings.kindNeeded) ?? 'registered';
  const date = (field: string, label: string) => readDate(reading, form, field, label, about.today);
  const read = (): SequelInput => {
    switch (kind) {
      case 'body-decision':
        return {
          kind,
          body: reading.line('body', strings.bodyNeeded),
          meeting: date('meeting', strings.meeting),
          minute: reading.line('minute', strings.minuteNeeded),
          ...readDecided(reading),
        };
      case 'conditions-met': {
        const met = allConditions(about)
          .filter(({ id }) => form[`met-${id}`] === 'yes')
          .map(({ id, text }) => ({
            id,
            evidence: reading.words(`met-${id}-evidence`, strings.evidenceNeeded(text)) ?? '',
            date: date(`met-${id}-date`, strings.metOn(text)),
          }));
        if (met.length === 0) reading.faults.push({ field: 'met', text: strings.whichNeeded });
        return { kind, met };
      }
      case 'registered':
        return {
          kind,
          entry: reading.line('entry', strings.entryNeeded),
          received: date('received', strings.received),
        };
    }
  };
  const input = form.kind === undefined ? ({ kind: 'registered', entry: '', received: '' } as const) : read();
  return { ...input, ...optional('comment', reading.words('comment')) };
};

/** What the boxes of a condition hold before anything is typed in them. */
const asFound = (about: About): TypedForm =>
  Object.fromEntries(
    conditionsOf(about).flatMap(({ id, text, owner, due }) => [
      [`${id}-text`, text],
      [`${id}-owner`, owner],
      [`${id}-when`, due],
    ]),
  );

/**
 * What a form says, or everything that is wrong with it, in the order of the screen. The name is asked for only where the
 * key does not say it already.
 */
export const readForm = (
  flow: Deciding,
  form: TypedForm,
  about: About,
  named: boolean,
): Said | { readonly faults: readonly Fault[] } => {
  const reading = readingOf({ ...asFound(about), ...form });
  const input = flow === 'decide' ? readDecision(reading, form, about) : readFollowUp(reading, form, about);
  const signer = {
    name: named ? reading.line('name', signerStrings.needed.name, longest.name) : '',
    job: reading.line('job', signerStrings.needed.job),
    service: reading.line('service', signerStrings.needed.service),
  };
  return reading.faults.length > 0 ? { faults: reading.faults } : { input, signer };
};
