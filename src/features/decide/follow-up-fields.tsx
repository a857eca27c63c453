import { decideStrings as strings } from '../../strings/decide';
import { Checkboxes, InsetText, tickedValues } from '../../ui';
import { DecisionChoice } from './decision-fields';
import { ChoiceField, DayField, LineField, useFilling, WordsField } from './fields';
import { type About, allConditions, followUpKinds } from './read-form';

interface FieldsProps {
  readonly about: About;
}

const BodyDecision = () => (
  <>
    <LineField name="body" label={strings.body} />
    <DayField name="meeting" label={strings.meeting} />
    <LineField name="minute" label={strings.minute} hint={strings.minuteHint} />
    <DecisionChoice label={strings.bodyDecided} />
  </>
);

const ConditionsMet = ({ about }: FieldsProps) => {
  const { form, set, faults } = useFilling();
  const all = allConditions(about);
  const met = all.filter(({ id }) => form[`met-${id}`] === 'yes');
  if (all.length === 0) return <InsetText>{strings.noConditions}</InsetText>;
  return (
    <>
      <Checkboxes
        name="met"
        label={strings.which}
        size="m"
        error={faults.find(({ field }) => field === 'met')?.text}
        options={all.map(({ id, text, owner, due }) => ({ value: id, text, hint: `${owner}. ${due}` }))}
        value={met.map(({ id }) => id)}
        onChange={(event) => {
          const ticked = tickedValues(event);
          set(Object.fromEntries(all.map(({ id }) => [`met-${id}`, ticked.includes(id) ? 'yes' : ''])));
        }}
      />
      {met.map(({ id, text }) => (
        <div key={id}>
          <WordsField name={`met-${id}-evidence`} label={strings.evidence(text)} />
          <DayField name={`met-${id}-date`} label={strings.metOn(text)} />
        </div>
      ))}
    </>
  );
};

const Registered = () => (
  <>
    <LineField name="entry" label={strings.entry} />
    <DayField name="received" label={strings.received} />
  </>
);

/** What happened, and what is to be known of it. */
export const FollowUpFields = ({ about }: FieldsProps) => {
  const { form } = useFilling();
  const kind = followUpKinds.find((one) => one === form.kind);
  return (
    <>
      <ChoiceField
        main
        name="kind"
        label={strings.kind}
        options={followUpKinds.map((value) => {
          const [text, hint] = strings.kinds[value];
          return { value, text, hint };
        })}
      />
      {kind === 'body-decision' && <BodyDecision />}
      {kind === 'conditions-met' && <ConditionsMet about={about} />}
      {kind === 'registered' && <Registered />}
      {kind !== undefined && <WordsField name="comment" label={strings.comment} />}
    </>
  );
};
