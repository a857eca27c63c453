import { reasonsFor } from '../../../assessment/why';
import type { Walk } from '../../../policy/walk';
import { outcomeStrings } from '../../../strings/outcome';
import { Details, Heading } from '../../../ui';
import { SummaryList } from '../../../ui/content/summary-list';
import { deciderOf } from '../../../views/decider';
import { shownRows } from '../../../views/shown';

const language = 'en';

interface Line {
  readonly key: string;
  readonly value: string;
  readonly reasons: readonly string[];
}

/** The lines beside the outcome, each with the reasons that have not been said yet: many read the same rule. */
const linesOf = (walk: Walk): readonly Line[] => {
  const { headlines, approval } = walk.model.policy;
  const approver = JSON.stringify(approval.approver);
  const said = new Set(deciderOf(walk, language)?.reasons);
  return headlines
    .filter((line) => !line.lead && JSON.stringify(line.from) !== approver)
    .flatMap((line) =>
      shownRows(walk, [line], language).map((row): Line => {
        const reasons = reasonsFor(walk, line.from, language).filter((reason) => !said.has(reason));
        for (const reason of reasons) said.add(reason);
        return { ...row, reasons };
      }),
    );
};

/** What is to be seen at a glance, beside the recommendation, its timing and who decides. */
export const Glance = ({ walk }: { readonly walk: Walk }) => {
  const lines = linesOf(walk);
  if (lines.length === 0) return null;
  return (
    <>
      <Heading level={2}>{outcomeStrings.details}</Heading>
      <Details summary={outcomeStrings.showDetails(lines.length)}>
        <SummaryList
          rows={lines.map(({ key, value, reasons }) => ({
            key,
            value: (
              <>
                {value}
                {reasons.length > 0 && <div className="govuk-hint govuk-!-margin-bottom-0">{reasons.join(' ')}</div>}
              </>
            ),
          }))}
        />
      </Details>
    </>
  );
};
