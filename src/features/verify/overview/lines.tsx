import { createContext, type ReactNode, use, useState } from 'react';
import { writtenDate } from '../../../base/calendar';
import type { Counted } from '../../../record/counted';
import { overviewStrings as strings } from '../../../strings/overview';
import { Button, Tag } from '../../../ui';
import { StackedTable } from '../../../ui/content/stacked-table';

/** Whether the page is being printed: then every line is drawn. */
export const PrintingContext = createContext(false);

const atFirst = 100;
const more = 500;

interface LinesProps<Item> {
  readonly title: string;
  readonly columns: readonly string[];
  readonly items: readonly Item[];
  readonly cells: (item: Item) => readonly ReactNode[];
}

/** A table of records; of very many, a hundred at first, and all on paper. */
export const Lines = <Item,>({ title, columns, items, cells }: LinesProps<Item>) => {
  const printing = use(PrintingContext);
  const [most, setMost] = useState(atFirst);
  if (items.length === 0) return <p className="govuk-body">{strings.none}</p>;
  const shown = printing ? items : items.slice(0, most);
  return (
    <>
      <StackedTable label={title} columns={columns} rows={shown.map(cells)} rowHeaders />
      {shown.length < items.length && (
        <div className="app-no-print">
          <p className="govuk-body" role="status">
            {strings.shown(shown.length, items.length)}
          </p>
          <Button type="button" look="secondary" onClick={() => setMost(most + more)}>
            {strings.more}
            <span className="govuk-visually-hidden">{strings.moreOf(title)}</span>
          </Button>
        </div>
      )}
    </>
  );
};

/** What a record is about, its reference, and who signed it where there is room. */
export const Name = ({ record, signer = false }: { readonly record: Counted; readonly signer?: boolean }) => (
  <span className="app-words">
    {record.title}
    <br />
    <span className="govuk-!-font-weight-regular app-part__aside">
      {signer ? strings.signed(record.reference, record.told.signer) : record.reference}
    </span>
  </span>
);

/** By when, and that it is overdue where it is. */
export const Due = ({ text, overdue }: { readonly text: string; readonly overdue: boolean }) => (
  <>
    {text}
    {overdue && (
      <>
        <br />
        <Tag colour="red">{strings.overdue}</Tag>
      </>
    )}
  </>
);

export const dayWords = (day: string | undefined): string => (day === undefined ? strings.noDay : writtenDate(day));
