import { questionOf } from '../../../assessment/asked';
import { type Why as WhyOutcome, whyOutcome } from '../../../assessment/why';
import { words } from '../../../policy/present';
import type { Walk } from '../../../policy/walk';
import { outcomeStrings } from '../../../strings/outcome';
import { Details, Heading } from '../../../ui';
import { SummaryList } from '../../../ui/content/summary-list';
import { answeredWords } from '../../../views/shown';

const language = 'en';

interface WhyProps {
  readonly walk: Walk;
  readonly changeAt: (address: string) => string;
}

/** Rules by their sentences, each with what it would give. */
const Rules = ({ walk, rules }: { readonly walk: Walk; readonly rules: WhyOutcome['alsoHold'] }) => (
  <ul className="govuk-list govuk-list--bullet">
    {rules.map((rule) => {
      const outcome = walk.model.outcomes.get(rule.outcome);
      return (
        <li key={`${rule.because} ${rule.outcome}`}>
          {rule.because} {outcomeStrings.wouldGive(outcome ? words(walk, outcome.title, language) : rule.outcome)}
        </li>
      );
    })}
  </ul>
);

/** The rule that decided, and the answers that made it match, each with the way to its page. */
export const Why = ({ walk, changeAt }: WhyProps) => {
  const why = whyOutcome(walk, language);
  if (!why) return null;
  const { because, answers, alsoHold, passedOver } = why;
  const [next] = alsoHold;
  return (
    <>
      <Heading level={2}>{outcomeStrings.why}</Heading>
      {because.length > 0 && <p className="govuk-body">{because.join(' ')}</p>}
      {answers.length === 0 ? (
        <p className="govuk-body">{outcomeStrings.whyLast}</p>
      ) : (
        <>
          <p className="govuk-body">{answers.length === 1 ? outcomeStrings.whyAnswer : outcomeStrings.whyAnswers}</p>
          <SummaryList
            rows={answers.map((place) => {
              const question = questionOf(walk, place, language);
              return {
                key: question,
                value: <span className="app-words">{answeredWords(walk, place.asked, language)}</span>,
                actions: [{ text: outcomeStrings.change, href: changeAt(place.address), about: question }],
              };
            })}
          />
        </>
      )}
      {next && next.outcome !== walk.outcome && (
        <>
          <p className="govuk-body">{outcomeStrings.alsoHold}</p>
          <Rules walk={walk} rules={[next]} />
        </>
      )}
      {answers.length === 0 && passedOver.length > 0 && (
        <Details summary={outcomeStrings.passedOver(passedOver.length)}>
          <Rules walk={walk} rules={passedOver} />
        </Details>
      )}
    </>
  );
};
