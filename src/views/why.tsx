import { questionOf } from '../assessment/asked';
import { whatElse, type Why as WhyOutcome, whyOutcome } from '../assessment/why';
import { words } from '../policy/present';
import type { Language } from '../policy/text';
import type { Walk } from '../policy/walk';
import { outcomeStrings } from '../strings/outcome';
import { Details, Heading } from '../ui';
import { SummaryList } from '../ui/content/summary-list';
import { answeredWords } from './shown';

interface WhyProps {
  readonly walk: Walk;
  readonly language?: Language;
  /** Where a page is changed; without it nothing can be. */
  readonly changeAt?: (address: string) => string;
}

interface RulesProps {
  readonly walk: Walk;
  readonly language: Language;
  readonly rules: WhyOutcome['alsoHold'];
}

/** Rules by their sentences, each with what it would give where that is something else. */
const Rules = ({ walk, language, rules }: RulesProps) => (
  <ul className="govuk-list govuk-list--bullet">
    {rules.map((rule) => {
      const outcome = walk.model.outcomes.get(rule.outcome);
      const elsewhere = outcome && rule.outcome !== walk.outcome;
      return (
        <li key={`${rule.because} ${rule.outcome}`}>
          {rule.because} {elsewhere && outcomeStrings.wouldGive(words(walk, outcome.title, language))}
        </li>
      );
    })}
  </ul>
);

/** The rule that decided, and the answers that made it match, each with the way to its page where it can be changed. */
export const Why = ({ walk, language = 'en', changeAt }: WhyProps) => {
  const why = whyOutcome(walk, language);
  if (!why) return null;
  const { because, answers, alsoHold, passedOver } = why;
  const others = whatElse(walk, alsoHold);
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
                ...(changeAt && {
                  actions: [{ text: outcomeStrings.change, href: changeAt(place.address), about: question }],
                }),
              };
            })}
          />
        </>
      )}
      {others.length > 0 && (
        <>
          <p className="govuk-body">{outcomeStrings.alsoHold}</p>
          <Rules walk={walk} language={language} rules={others} />
        </>
      )}
      {answers.length === 0 && passedOver.length > 0 && (
        <Details summary={outcomeStrings.passedOver(passedOver.length)}>
          <Rules walk={walk} language={language} rules={passedOver} />
        </Details>
      )}
    </>
  );
};
