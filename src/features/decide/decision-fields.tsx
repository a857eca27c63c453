import {
  deciders,
  dueBeforeDecision,
  requiredDecider,
  type WordedCondition,
  wordedConditions,
} from '../../policy/deciding';
import { approves, goesAgainst } from '../../record/sequel-parse';
import { levelStanding } from '../../record/sequel-rules';
import { decideStrings as strings } from '../../strings/decide';
import { Button, Heading, WarningText } from '../../ui';
import { ChoiceField, LineField, useFilling, WordsField } from './fields';
import { type About, addedNumbers, conditionsOf, decisionKinds } from './read-form';

/** What is decided, to whom it is referred, why it goes against the recommendation. */
export const DecisionChoice = ({ label }: { readonly label: string }) => {
  const { decision = '' } = useFilling().form;
  return (
    <>
      <ChoiceField
        main
        name="decision"
        label={label}
        options={decisionKinds.map((value) => {
          const [text, hint] = strings.decisions[value];
          return { value, text, hint };
        })}
      />
      {decision === 'refer' && <LineField name="to" label={strings.to} />}
      {goesAgainst(decision) && <WordsField name="reason" label={strings.reason} hint={strings.reasonHint} />}
    </>
  );
};

/** Each condition that is due before the decision: met, or waived and why. */
const DueFields = ({ about: { walk, chain } }: { readonly about: About }) => {
  const { form } = useFilling();
  const due = wordedConditions(walk, dueBeforeDecision(walk), chain.record.payload.language);
  if (due.length === 0) return null;
  return (
    <>
      <Heading level={2}>{strings.due}</Heading>
      {due.map(({ id, text, owner }) => (
        <div key={id}>
          <ChoiceField
            name={`due-${id}`}
            label={text}
            hint={owner}
            options={[
              { value: 'met', text: strings.met },
              { value: 'waived', text: strings.waived },
            ]}
          />
          {form[`due-${id}`] === 'waived' && <WordsField name={`due-${id}-reason`} label={strings.waivedReason} />}
        </div>
      ))}
    </>
  );
};

/** A condition in words of the approver’s own. */
const Wording = ({ id, first }: { readonly id: string; readonly first?: WordedCondition }) => (
  <>
    <WordsField name={`${id}-text`} label={strings.text} first={first?.text ?? ''} />
    <LineField name={`${id}-owner`} label={strings.owner} first={first?.owner ?? ''} />
    <LineField name={`${id}-when`} label={strings.when} first={first?.due ?? ''} />
  </>
);

const FinalConditions = ({ about }: { readonly about: About }) => {
  const { form, set, faults } = useFilling();
  const numbers = addedNumbers(form);
  const next = Array.from({ length: 20 }, (_, index) => index + 1).find((number) => !numbers.includes(number));
  const fault = faults.find(({ field }) => field === 'add');
  return (
    <>
      <Heading level={2}>{strings.final}</Heading>
      {conditionsOf(about).map((one) => (
        <div key={one.id}>
          <ChoiceField
            name={`final-${one.id}`}
            label={one.text}
            hint={`${one.owner}. ${one.due}`}
            first="keep"
            options={(['keep', 'change', 'drop'] as const).map((value) => ({ value, text: strings[value] }))}
          />
          {form[`final-${one.id}`] === 'change' && <Wording id={one.id} first={one} />}
        </div>
      ))}
      {numbers.map((number) => (
        <fieldset key={number} className="govuk-fieldset govuk-!-margin-bottom-4">
          <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{strings.added(number)}</legend>
          <Wording id={`added-${number}`} />
          <Button type="button" look="secondary" onClick={() => set({ [`added-${number}`]: '' })}>
            {strings.remove(number)}
          </Button>
        </fieldset>
      ))}
      {next !== undefined && (
        <div className={fault ? 'govuk-form-group--error' : undefined}>
          {fault && (
            <p className="govuk-error-message" id="add-error">
              {fault.text}
            </p>
          )}
          <Button
            type="button"
            look="secondary"
            id="add"
            aria-describedby={fault && 'add-error'}
            onClick={() => set({ [`added-${next}`]: 'yes' })}
          >
            {strings.add}
          </Button>
        </div>
      )}
    </>
  );
};

/** The level at which the approver decides, and a word where it is not the one that the policy requires. */
const Level = ({ about: { walk, chain } }: { readonly about: About }) => {
  const { claimed } = useFilling().form;
  const { language } = chain.record.payload;
  const levels = deciders(walk, language);
  const required = requiredDecider(walk, language);
  if (levels.length === 0) return null;
  const level = { ...(required !== undefined && { required }), ...(claimed !== undefined && { claimed }) };
  const below = claimed !== undefined && levelStanding(levels, level) === 'below';
  return (
    <>
      <ChoiceField
        main
        name="claimed"
        label={strings.claimed}
        hint={required === undefined ? strings.claimedHintNone : strings.claimedHint(required)}
        options={levels.map((text) => ({ value: text, text }))}
      />
      <div role="status">{below && <WarningText>{strings.below}</WarningText>}</div>
    </>
  );
};

/** All that an approver says, but for who they are. */
export const DecisionFields = ({ about }: { readonly about: About }) => {
  const { decision = '' } = useFilling().form;
  return (
    <>
      <DecisionChoice label={strings.decision} />
      {approves(decision) && <DueFields about={about} />}
      {decision === 'approve-changed' && <FinalConditions about={about} />}
      <WordsField name="comment" label={strings.comment} />
      <Level about={about} />
    </>
  );
};
