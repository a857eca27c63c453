import { subjectOf, words } from '../../../policy/present';
import type { Outcome } from '../../../policy/schema';
import type { Walk } from '../../../policy/walk';
import { outcomeStrings } from '../../../strings/outcome';
import { ButtonLink, Heading, InsetText } from '../../../ui';
import { Conditions } from '../../../views/conditions';
import { Screen } from '../../../views/screen';
import { Why } from '../../../views/why';
import { changeAt, checkAt } from '../addresses';
import { useAssessment, useSession } from '../draft-context';

const language = 'en';

interface ReperformedProps {
  readonly walk: Walk;
  readonly outcome: Outcome;
}

/** What an auditor's own answers come to: nothing follows from it but the comparison with the record. */
export const Reperformed = ({ walk, outcome }: ReperformedProps) => {
  const { draft } = useSession();
  const seen = useAssessment().log.some(({ kind }) => kind === 'outcome-shown');
  const title = words(walk, outcome.title, language);
  const subject = subjectOf(walk);
  return (
    <Screen title={title} back={checkAt(draft.id)} wide>
      <Heading caption={`${outcomeStrings.own}${subject === undefined ? '' : `: ${subject}`}`}>{title}</Heading>
      <InsetText>
        <p className="govuk-body">{words(walk, outcome.reason, language)}</p>
        <p className="govuk-body-s govuk-!-margin-bottom-0">{seen ? outcomeStrings.ownSeen : outcomeStrings.ownLead}</p>
      </InsetText>
      <ButtonLink href={`/verify/reperform/${draft.id}`}>{outcomeStrings.toCompare}</ButtonLink>
      <Why walk={walk} changeAt={(address) => changeAt(draft.id, address)} />
      <Heading level={2}>{outcomeStrings.conditions}</Heading>
      <Conditions walk={walk} language={language} />
    </Screen>
  );
};
