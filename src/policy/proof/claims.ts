import { holds as holdsReally, read as readReally } from '../evaluate';
import { askedFields, type Walk } from '../walk';
import { claim, type Claim, type Finding, finding } from './claim';
import type { Diagram } from './diagram';
import { isAskedIn } from './moment';
import type { Answered, Prover } from './prover';

const fieldPlace = (walked: Walk['model'], id: string): string => walked.places.get(id)?.path ?? '';

/** What a search says of something that must be possible. */
const mustBe = (answered: Answered, missing: () => Finding, place: string, what: string): readonly Finding[] => {
  if (answered.is === 'some') return [];
  return [answered.is === 'none' ? missing() : finding('proof.not-decided', place, { claim: what })];
};

/** What a search says of something that must not be. */
const mustNotBe = (
  answered: Answered,
  found: (answered: Extract<Answered, { is: 'some' }>) => Finding,
  place: string,
  what: string,
): readonly Finding[] => {
  if (answered.is === 'none') return [];
  return [answered.is === 'some' ? found(answered) : finding('proof.not-decided', place, { claim: what })];
};

/** The fields that a walk asks, those in rows too. */
const fieldsAsked = (walked: Walk): ReadonlySet<string> => {
  const ids = (fields: ReturnType<typeof askedFields>): readonly string[] =>
    fields.flatMap(({ field, rows }) => [field.id, ...rows.flatMap((row) => ids(row.fields))]);
  return new Set(walked.path.flatMap((step) => ids(askedFields(walked, step))));
};

/** Every page, and every field of it, is asked on some passage. */
export const everythingIsAsked = ({ passages, look }: Prover): Claim => {
  const { space, steps } = passages;
  const { policy, places } = space.model;
  const asked = new Map<string, readonly Diagram[]>();
  const note = (id: string, where: Diagram): void => void asked.set(id, [...(asked.get(id) ?? []), where]);
  for (const { step, asked: where, fields } of steps) {
    note(`page ${step.page.id}`, where);
    for (const one of fields) note(one.field.id, one.asked);
  }
  const said = (id: string, missing: () => Finding, place: string): readonly Finding[] => {
    const found = look(space.or(...(asked.get(id) ?? [])));
    if (found === 'none') return [missing()];
    return found === 'unknown' ? [finding('proof.not-decided', place, { claim: 'every-question-is-asked' })] : [];
  };
  const pages = policy.questions.flatMap(({ id }, index) => {
    const place = `questions[${index}]`;
    return said(`page ${id}`, () => finding('proof.page-not-reached', place, { id }), place);
  });
  const notReached = new Set(pages.map(({ place }) => place));
  // nobody gets past a field that must be filled and cannot be: that is then why no whole passage asks it
  const stuck = new Set(
    steps.flatMap(({ fields: some }) => some.flatMap((one) => (one.stuck === space.no ? [] : [one.field.id]))),
  );
  const fields = [...places.values()].flatMap(({ field: { id }, page, path }) =>
    notReached.has(`questions[${policy.questions.indexOf(page)}]`)
      ? []
      : said(id, () => finding('proof.field-not-asked', path, { id, ...(stuck.has(id) && { stuck: 1 }) }), path),
  );
  return claim('every-question-is-asked', policy.questions.length + places.size, [...pages, ...fields]);
};

/** Every outcome is the end of some passage. */
export const everyOutcomeIsReached = ({
  passages,
  find,
}: Prover): Claim & { readonly shortest: ReadonlyMap<string, Extract<Answered, { is: 'some' }>> } => {
  const { space, comesTo } = passages;
  const shortest = new Map<string, Extract<Answered, { is: 'some' }>>();
  const findings = space.model.policy.outcomes.flatMap(({ id }, index) => {
    const answered = find(comesTo.get(id) ?? space.no, (walked) => walked.outcome === id);
    if (answered.is === 'some') shortest.set(id, answered);
    return mustBe(
      answered,
      () => finding('proof.outcome-not-reached', `outcomes[${index}]`, { id }),
      `outcomes[${index}]`,
      'every-outcome-is-reached',
    );
  });
  return { ...claim('every-outcome-is-reached', space.model.policy.outcomes.length, findings), shortest };
};

/** Every passage comes to one outcome: no question is left without an answer that could be given. */
export const everyPassageEnds = ({ passages, find, findAny }: Prover): Claim => {
  const { space, steps, outcome } = passages;
  const fields = steps.flatMap((one) => one.fields);
  // a passage that stops at a field is not whole: only what comes before it must fit
  const before = (key: string): readonly Diagram[] =>
    fields
      .slice(
        0,
        fields.findIndex((one) => one.key === key),
      )
      .map(({ fits }) => fits);
  const stuck = fields.flatMap(({ field, key, stuck: where }) => {
    const place = fieldPlace(space.model, field.id);
    if (where === space.no) return [];
    return mustNotBe(
      findAny(space.and(where, ...before(key)), (walked) => walked.outcome === undefined),
      ({ example }) => finding('proof.no-way-on', place, { id: field.id }, [example]),
      place,
      'every-passage-ends',
    );
  });
  const endless = mustNotBe(
    find(space.not(space.isAnswered(outcome)), (walked) => walked.outcome === undefined),
    ({ example }) => finding('proof.no-way-on', 'questions', { id: example.path.at(-1) ?? '' }, [example]),
    'questions',
    'every-passage-ends',
  );
  return claim('every-passage-ends', fields.length + 1, [...stuck, ...endless]);
};

/** Every field of the register that an outcome requires is filled on each passage to it. */
export const registerIsFilled = ({ passages, find }: Prover): Claim => {
  const { space, rules, end, comesTo } = passages;
  const required = space.model.policy.register.fields
    .map((field, index) => ({ field, place: `register.fields[${index}]` }))
    .filter(({ field }) => field.requiredFor.length > 0 && field.from.length > 0);
  const findings = required.flatMap(({ field, place }) => {
    const wanted = space.or(...field.requiredFor.map((id) => comesTo.get(id) ?? space.no));
    const when = field.when === undefined ? space.yes : rules.holds(end, field.when);
    const filled = space.or(...field.from.map((operand) => rules.answered(end, operand)));
    const isMissing = (walked: Walk): boolean =>
      field.requiredFor.includes(walked.outcome ?? '') &&
      (field.when === undefined || holdsReally(walked, field.when)) &&
      field.from.every((operand) => readReally(walked, operand) === undefined);
    return mustNotBe(
      find(space.and(wanted, when, space.not(filled)), isMissing),
      ({ example }) =>
        finding('proof.missing-in-register', place, { id: field.id, outcome: example.outcome ?? '' }, [example]),
      place,
      'register-is-filled',
    );
  });
  return claim('register-is-filled', required.length, findings);
};

/** No passage asks two questions for the same thing. */
export const nothingIsAskedTwice = ({ passages, find }: Prover): Claim => {
  const { space, rules } = passages;
  const pairs = space.model.policy.askedOnce.flatMap((group, index) =>
    group.flatMap((one, at) => group.slice(at + 1).map((other) => ({ one, other, place: `askedOnce[${index}]` }))),
  );
  const isAsked = isAskedIn(space, rules);
  const findings = pairs.flatMap(({ one, other, place }) => {
    const both = (walked: Walk): boolean => {
      const ids = fieldsAsked(walked);
      return ids.has(one) && ids.has(other);
    };
    return mustNotBe(
      find(space.and(isAsked(one), isAsked(other)), both),
      ({ example }) => finding('proof.asked-twice', place, { one, other }, [example]),
      place,
      'nothing-is-asked-twice',
    );
  });
  return claim('nothing-is-asked-twice', pairs.length, findings);
};
