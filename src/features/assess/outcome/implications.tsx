import { inLanguage } from '../../../policy/present';
import type { Walk } from '../../../policy/walk';
import { outcomeStrings } from '../../../strings/outcome';
import { Details, Heading } from '../../../ui';
import { SummaryList } from '../../../ui/content/summary-list';
import { conditionsInOrder } from '../../../views/conditions';
import { shownRows } from '../../../views/shown';

const language = 'en';

interface ImplicationsProps {
  readonly walk: Walk;
  /** Whether headings under which nothing was raised say so, as a report must; else they are left out. */
  readonly all: boolean;
}

/** What follows from the answers, under the headings of a committee report. */
export const Implications = ({ walk, all }: ImplicationsProps) => {
  const raised = conditionsInOrder(walk);
  const headings = walk.model.policy.implications.map(({ id, title, show, conditions }) => ({
    id,
    title: inLanguage(title, language),
    rows: shownRows(walk, show, language),
    conditions: raised.flatMap((one, index) => (conditions.includes(one.id) ? [index + 1] : [])),
  }));
  const filled = headings.filter(({ rows, conditions }) => rows.length > 0 || conditions.length > 0);
  if (filled.length === 0) return null;
  return (
    <>
      <Heading level={2}>{outcomeStrings.implications}</Heading>
      <Details summary={outcomeStrings.showImplications((all ? headings : filled).length)}>
        {(all ? headings : filled).map(({ id, title, rows, conditions }) => (
          <section key={id}>
            <Heading level={3}>{title}</Heading>
            {rows.length === 0 && conditions.length === 0 && <p className="govuk-body">{outcomeStrings.nothing}</p>}
            {rows.length > 0 && <SummaryList rows={rows} />}
            {conditions.length > 0 && <p className="govuk-body">{outcomeStrings.implied(conditions)}</p>}
          </section>
        ))}
      </Details>
    </>
  );
};
