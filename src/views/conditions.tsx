import { askedOnPath, questionOf } from '../assessment/asked';
import { groundsFor, inOrder, namedBy } from '../assessment/conditions';
import { writtenDate } from '../base/calendar';
import { answerWords, inLanguage, roleName, words } from '../policy/present';
import { type Raised, raisedConditions } from '../policy/evaluate';
import type { Language } from '../policy/text';
import type { Walk } from '../policy/walk';
import { outcomeStrings } from '../strings/outcome';
import { Heading, Link } from '../ui';
import { StackedTable } from '../ui/content/stacked-table';

type Places = ReturnType<typeof askedOnPath>;

/** The questions answered "I'm not sure" that a condition names, as they were asked. */
const unsureQuestions = (walk: Walk, places: Places, id: string, language: Language): readonly string[] =>
  namedBy(walk, id).flatMap((key) => {
    const place = places.get(key);
    return place ? [questionOf(walk, place, language)] : [];
  });

/** The conditions in the order in which they fall due. */
export const conditionsInOrder = (walk: Walk): readonly Raised[] => inOrder(walk.model.policy, raisedConditions(walk));

/** The answers on which a condition rests. */
const groundsInWords = (walk: Walk, places: Places, { id }: Raised, language: Language): readonly string[] =>
  groundsFor(walk, places, id).map(({ place, answer }) =>
    outcomeStrings.answered(
      questionOf(walk, place, language),
      answerWords(walk.model, place.asked.field, answer, language).join('; '),
    ),
  );

/** The questions that a condition names, or the way to them where there is a page that asks whoever knows. */
const Unsure = ({ walk, places, raised, language, askAt }: ConditionTextProps) => {
  const questions = unsureQuestions(walk, places, raised.id, language);
  if (askAt !== undefined)
    return (
      <div>
        <Link href={askAt}>{outcomeStrings.askAbout(questions.length)}</Link>
      </div>
    );
  return (
    <ul className="govuk-list govuk-list--bullet">
      {questions.map((question) => (
        <li key={question}>{question}</li>
      ))}
    </ul>
  );
};

/** A condition in words, with the answers that raise it and the questions that it names. */
const ConditionText = ({ walk, places, raised, language, askAt }: ConditionTextProps) => {
  const rule = walk.model.conditions.get(raised.id);
  return (
    <>
      {rule ? words(walk, rule.text, language) : raised.id}
      {raised.date !== undefined && (
        <div className="govuk-hint govuk-!-margin-bottom-0">{outcomeStrings.byDay(writtenDate(raised.date))}</div>
      )}
      {groundsInWords(walk, places, raised, language).map((ground) => (
        <div key={ground} className="govuk-hint govuk-!-margin-bottom-0 app-words">
          {ground}
        </div>
      ))}
      {rule?.names === 'unsure' && <Unsure {...{ walk, places, raised, language, askAt }} />}
    </>
  );
};

interface ConditionsProps {
  readonly walk: Walk;
  readonly language: Language;
  /** Where whoever knows is asked. */
  readonly askAt?: string | undefined;
}

interface ConditionTextProps extends ConditionsProps {
  readonly places: Places;
  readonly raised: Raised;
}

/** Every condition that the answers raise and whose it is, by when they fall due: what comes first stands first. */
export const Conditions = ({ walk, language, askAt }: ConditionsProps) => {
  const raised = conditionsInOrder(walk);
  const places = askedOnPath(walk);
  if (raised.length === 0) return <p className="govuk-body">{outcomeStrings.noConditions}</p>;
  return walk.model.policy.duePoints.map((point) => {
    const due = raised.filter((one) => one.point === point.id);
    if (due.length === 0) return null;
    const label = inLanguage(point.label, language);
    return (
      <section key={point.id}>
        <Heading level={3}>{label}</Heading>
        <StackedTable
          label={label}
          columns={[outcomeStrings.number, outcomeStrings.condition, outcomeStrings.owner]}
          rows={due.map((one) => [
            String(raised.indexOf(one) + 1),
            <ConditionText key={one.id} {...{ walk, places, language, askAt, raised: one }} />,
            roleName(walk, one.owner, language),
          ])}
        />
      </section>
    );
  });
};
