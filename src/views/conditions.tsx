import { writtenDate } from '../base/calendar';
import { inLanguage, roleName, words } from '../policy/present';
import { raisedConditions, type Raised } from '../policy/evaluate';
import { unsureKeys } from '../policy/scope';
import type { Language } from '../policy/text';
import type { Walk } from '../policy/walk';
import { outcomeStrings } from '../strings/outcome';
import { StackedTable } from '../ui';

/** When a condition falls due: its point, and the date where one is known. */
const dueText = (walk: Walk, raised: Raised, language: Language): string => {
  const point = walk.model.policy.duePoints.find((one) => one.id === raised.point);
  const label = point ? inLanguage(point.label, language) : raised.point;
  return raised.date === undefined ? label : `${label} (${writtenDate(raised.date)})`;
};

/** The questions answered "I'm not sure", by their labels. */
const unsureQuestions = (walk: Walk, language: Language): readonly string[] =>
  unsureKeys(walk).flatMap((key) => {
    const [field = '', row] = key.split('/');
    const place = walk.model.places.get(field);
    return place ? [words(walk, place.field.label, language, row)] : [];
  });

/** Every condition that the answers raise, with whose it is and when it falls due. */
export const Conditions = ({ walk, language }: { readonly walk: Walk; readonly language: Language }) => {
  const raised = raisedConditions(walk);
  if (raised.length === 0) return <p className="govuk-body">{outcomeStrings.noConditions}</p>;
  return (
    <StackedTable
      label={outcomeStrings.conditions}
      columns={[outcomeStrings.condition, outcomeStrings.owner, outcomeStrings.due]}
      rows={raised.map((one) => {
        const rule = walk.model.conditions.get(one.id);
        return [
          <>
            {rule ? words(walk, rule.text, language) : one.id}
            {rule?.names === 'unsure' && (
              <ul className="govuk-list govuk-list--bullet">
                {unsureQuestions(walk, language).map((question) => (
                  <li key={question}>{question}</li>
                ))}
              </ul>
            )}
          </>,
          roleName(walk, one.owner, language),
          dueText(walk, one, language),
        ];
      })}
    />
  );
};
