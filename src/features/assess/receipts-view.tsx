import type { FieldEntry, Receipt } from '../../assessment/log';
import type { Naming } from '../../assessment/versions';
import { newVersionStrings } from '../../strings/new-version';
import { Heading } from '../../ui';
import { StackedTable } from '../../ui/content/stacked-table';
import { entryAbout, entrySays } from '../../views/entry-words';

interface ReceiptsViewProps {
  readonly naming: Naming;
  readonly entries: readonly FieldEntry[];
  readonly receipts: readonly Receipt[];
}

/** What becomes of each answer: how many are kept, which are asked again and why, which are retired. */
export const ReceiptsView = ({ naming, entries, receipts }: ReceiptsViewProps) => {
  const { counts, columns, retiredColumns, why } = newVersionStrings;
  const rowsOf = (wanted: (is: Receipt['is']) => boolean, reason: boolean) =>
    receipts.flatMap(({ entry: id, is }) => {
      const entry = entries.find((one) => one.id === id);
      if (!entry || !wanted(is)) return [];
      const walk = naming(entry);
      const said = (
        <span key="said" className="app-words">
          {entrySays(walk, entry)}
        </span>
      );
      return [[entryAbout(walk, entry), said, ...(reason ? [why[is]] : [])]];
    });
  const again = rowsOf((is) => is === 'wording' || is === 'options', true);
  const retired = rowsOf((is) => is === 'retired', false);
  const kept = receipts.filter(({ is }) => is === 'kept').length;
  return (
    <>
      <p className="govuk-body-l">{counts.kept(kept)}.</p>
      {again.length === 0 ? (
        <p className="govuk-body">{newVersionStrings.nothingAgain}</p>
      ) : (
        <>
          <Heading level={2}>{counts.again(again.length)}</Heading>
          <StackedTable label={counts.again(again.length)} columns={columns} rows={again} />
        </>
      )}
      {retired.length > 0 && (
        <>
          <Heading level={2}>{counts.retired(retired.length)}</Heading>
          <p className="govuk-body">{newVersionStrings.retiredWhy}</p>
          <StackedTable label={counts.retired(retired.length)} columns={retiredColumns} rows={retired} />
        </>
      )}
    </>
  );
};
