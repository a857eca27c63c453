import { useState } from 'react';
import { askedOnPath, questionOf } from '../assessment/asked';
import { groundsFor, inOrder, namedBy } from '../assessment/conditions';
import { writtenDate } from '../base/calendar';
import { answerWords, inLanguage, roleName, words } from '../policy/present';
import { type Raised, raisedConditions } from '../policy/evaluate';
import type { Language } from '../policy/text';
import type { Walk } from '../policy/walk';
import { outcomeStrings } from '../strings/outcome';
import { Button, Heading, Link } from '../ui';
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

/** The questions that a condition names, and the page that asks whoever knows, where there is one. */
const Unsure = ({ walk, places, raised, language, askAt }: Omit<ConditionTextProps, 'explained'>) => {
  const questions = unsureQuestions(walk, places, raised.id, language);
  return (
    <>
      <ul className="govuk-list govuk-list--bullet govuk-!-margin-bottom-1">
        {questions.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ul>
      {askAt !== undefined && <Link href={askAt}>{outcomeStrings.whoToAsk}</Link>}
    </>
  );
};

/** A condition in words, with the answers that raise it and the questions that it names. */
const ConditionText = ({ walk, places, raised, language, askAt, explained }: ConditionTextProps) => {
  const rule = walk.model.conditions.get(raised.id);
  return (
    <>
      {rule ? words(walk, rule.text, language) : raised.id}
      {raised.date !== undefined && (
        <div className="govuk-hint govuk-!-margin-bottom-0">{outcomeStrings.byDay(writtenDate(raised.date))}</div>
      )}
      {explained &&
        groundsInWords(walk, places, raised, language).map((ground) => (
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
  /** Whether many of them are listed without the answers that raise them, until these are asked for. */
  readonly brief?: boolean;
}

/** More conditions than this are many. */
const few = 5;

interface ConditionTextProps extends Omit<ConditionsProps, 'brief'> {
  readonly explained: boolean;
  readonly places: Places;
  readonly raised: Raised;
}

/** Every condition that the answers raise and whose it is, by when they fall due: what comes first stands first. */
export const Conditions = ({ walk, language, askAt, brief = false }: ConditionsProps) => {
  const raised = conditionsInOrder(walk);
  const places = askedOnPath(walk);
  const isLong = brief && raised.length > few;
  const [isWanted, setWanted] = useState(false);
  const explained = !isLong || isWanted;
  if (raised.length === 0) return <p className="govuk-body">{outcomeStrings.noConditions}</p>;
  const lists = walk.model.policy.duePoints.map((point) => {
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
            <ConditionText key={one.id} {...{ walk, places, language, askAt, explained, raised: one }} />,
            roleName(walk, one.owner, language),
          ])}
        />
      </section>
    );
  });
  return (
    <>
      {isLong && (
        <p className="govuk-body">
          <Button look="link" type="button" onClick={() => setWanted(!isWanted)}>
            {explained ? outcomeStrings.brief : outcomeStrings.explain}
          </Button>
        </p>
      )}
      {lists}
    </>
  );
};
