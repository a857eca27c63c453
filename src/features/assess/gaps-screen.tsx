import { gapsOf } from '../../assessment/gaps';
import { subjectOf, words } from '../../policy/present';
import { addressOf, askedFields, flatFields } from '../../policy/walk';
import { gapsStrings } from '../../strings/still-true';
import { ButtonLink, Heading } from '../../ui';
import { SummaryList } from '../../ui/content/summary-list';
import { AnswerValue } from '../../views/answers';
import { Screen } from '../../views/screen';
import { changeAt, outcomeAt } from './addresses';
import { useAssessment, useSession } from './draft-context';

/** The answers because of which there is no decision yet, each with the way to its page. */
export const GapsScreen = () => {
  const { draft } = useSession();
  const { walk } = useAssessment();
  const gaps = new Set(gapsOf(walk));
  const rows = walk.path.flatMap((step) =>
    flatFields(askedFields(walk, step))
      .filter(({ key }) => gaps.has(key))
      .map((asked) => {
        const label = words(walk, asked.field.label, 'en', asked.row);
        return {
          key: label,
          value: <AnswerValue walk={walk} asked={asked} language="en" />,
          actions: [{ text: gapsStrings.change, href: changeAt(draft.id, addressOf(step)), about: label }],
        };
      }),
  );
  return (
    <Screen title={gapsStrings.title} back={outcomeAt(draft.id)} wide>
      <Heading caption={subjectOf(walk)}>{gapsStrings.title}</Heading>
      <p className="govuk-body-l">{rows.length === 0 ? gapsStrings.none : gapsStrings.lead}</p>
      {rows.length > 0 && <SummaryList rows={rows} />}
      {rows.length > 0 && <p className="govuk-body">{gapsStrings.later}</p>}
      <ButtonLink look="secondary" href={outcomeAt(draft.id)}>
        {gapsStrings.back}
      </ButtonLink>
    </Screen>
  );
};
