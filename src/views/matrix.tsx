import { inLanguage, itemLabel, operandLabel } from '../policy/present';
import type { Language } from '../policy/text';
import type { Walk } from '../policy/walk';
import { bandOf, levelsOf, type MatrixRule, placedRows } from '../record/matrix';
import { Matrix } from '../ui';

const tints = { good: 'green', fair: 'yellow', poor: 'orange', bad: 'red' } as const;

interface RiskMatrixProps {
  readonly walk: Walk;
  readonly rule: MatrixRule;
  readonly language: Language;
}

/** Two scales against each other, with each row of the list where it falls. */
export const RiskMatrix = ({ walk, rule, language }: RiskMatrixProps) => {
  const placed = placedRows(walk, rule);
  if (placed.length === 0 || !('list' in rule.over)) return null;
  const { list } = rule.over;
  const steps = (levels: string) =>
    levelsOf(walk, levels).map(({ level, item }) => ({ value: level, label: inLanguage(item.label, language) }));
  const items = walk.model.lists.get(list)?.items ?? [];
  const numberOf = (row: string): number => items.findIndex((item) => item.id === row) + 1;
  return (
    <>
      <Matrix
        caption={inLanguage(rule.title, language)}
        across={{ title: operandLabel(walk, rule.across, language), steps: steps(rule.levelsAcross) }}
        down={{ title: operandLabel(walk, rule.down, language), steps: steps(rule.levelsDown).toReversed() }}
        cellAt={(down, across) => {
          const band = bandOf(walk, rule, across, down);
          return {
            text: `${down * across}${band ? ` ${inLanguage(band.label, language)}` : ''}`,
            tint: band?.tone && tints[band.tone],
            marks: placed
              .filter((one) => one.down === down && one.across === across)
              .map((one) => (
                <>
                  {numberOf(one.row)}
                  <span className="govuk-visually-hidden"> {itemLabel(walk.model, list, one.row, language)}</span>
                </>
              )),
          };
        }}
      />
      <ol className="govuk-list govuk-list--number govuk-body-s">
        {items.map((item) => (
          <li key={item.id}>{inLanguage(item.label, language)}</li>
        ))}
      </ol>
    </>
  );
};
