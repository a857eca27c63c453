import type { Left } from '../../assessment/take-up';
import { partsOfKey } from '../../policy/answer';
import { rowName } from '../../policy/names';
import { answerWords, words } from '../../policy/present';
import type { Walk } from '../../policy/walk';
import { againStrings } from '../../strings/again';
import { Details } from '../../ui';
import { StackedTable } from '../../ui/content/stacked-table';

/** The answers of the record that are not offered, each with the reason. */
export const NotTaken = ({ earlier, left }: { readonly earlier: Walk; readonly left: readonly Left[] }) => {
  const rows = left.flatMap(({ key, value, why }) => {
    const { field: id, row } = partsOfKey(key);
    const place = earlier.model.places.get(id);
    if (!place) return [];
    const { field, group } = place;
    const label = words(earlier, field.label, 'en', row);
    const ids = group && group.over === undefined ? earlier.counted.get(group.id) : undefined;
    const index = row !== undefined && Array.isArray(ids) ? (ids as readonly string[]).indexOf(row) : 0;
    const within = group && row !== undefined ? `${rowName(earlier.model, group, row, index, 'en')}: ` : '';
    const said = answerWords(earlier.model, field, value, 'en').join('; ');
    return [
      [
        `${within}${label}`,
        <span key="answer" className="app-words">
          {said}
        </span>,
        againStrings.why[why],
      ],
    ];
  });
  return (
    <>
      {rows.length > 0 && (
        <Details summary={againStrings.left(rows.length)}>
          <StackedTable label={againStrings.left(rows.length)} columns={againStrings.leftColumns} rows={rows} />
        </Details>
      )}
      <p className="govuk-body">{againStrings.notes}</p>
    </>
  );
};
