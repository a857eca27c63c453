import { useMemo, useState } from 'react';
import { useServices } from '../../../services';
import { deskStrings } from '../../../strings/desk';
import { Button, ButtonGroup, Heading, Tag, type TagProps } from '../../../ui';
import { StackedTable } from '../../../ui/content/stacked-table';
import { Select } from '../../../ui/form/select';
import { TextInput } from '../../../ui/form/text-input';
import { deskCsv, deskJson } from './export';
import type { Linked } from './links';
import type { Standing } from './row';
import { Sample } from './sample-view';
import { type Filter, shownOf, type Sort } from './shown';

const colours: Readonly<Record<Standing, TagProps['colour']>> = { accepted: 'green', refused: 'red', unknown: 'grey' };
const page = 100;
/** So many records with the same words are named in the table; the spreadsheet names them all. */
const mostShared = 3;

const Verdict = ({ row }: Pick<Linked, 'row'>) => (
  <>
    <Tag colour={colours[row.standing]}>{deskStrings.standings[row.standing]}</Tag>
    {row.standing !== 'accepted' && (
      <p className="govuk-body-s govuk-!-margin-top-1 govuk-!-margin-bottom-0">
        {row.lines.find(({ state, text }) => text !== '' && state !== 'note')?.text}
      </p>
    )}
  </>
);

const What = ({ row: { document, printed }, marks, original, shared }: Linked) => (
  <>
    {document && deskStrings.kinds[document.kind]}
    {document?.record && `: ${document.record.title}`}
    {marks.map((mark) => (
      <p key={mark} className="govuk-body-s govuk-!-margin-top-1 govuk-!-margin-bottom-0">
        <Tag colour="yellow">{deskStrings.marks[mark]}</Tag>
      </p>
    ))}
    {shared.slice(0, mostShared).map((one) => (
      <p key={one.with.number} className="govuk-body-s govuk-!-margin-top-1 govuk-!-margin-bottom-0 app-words">
        {deskStrings.sharedWith(one.with.name, one.keys.length)}
      </p>
    ))}
    {printed && (
      <p className="govuk-body-s govuk-!-margin-top-1 govuk-!-margin-bottom-0 app-words">
        {original ? deskStrings.originalHere(original.name) : deskStrings.originalAway(printed.id, printed.reference)}
      </p>
    )}
  </>
);

interface ResultsProps {
  readonly all: readonly Linked[];
  readonly open: (one: Linked) => void;
  /** Answers the record again, blind. */
  readonly again: (one: Linked) => void;
}

/** The files and what was found, narrowed and put in order; a hundred at a time, however many there are. */
export const Results = ({ all, open, again }: ResultsProps) => {
  const services = useServices();
  const [filter, setFilter] = useState<Filter>('all');
  const [sort, setSort] = useState<Sort>('file');
  const [search, setSearch] = useState('');
  const [most, setMost] = useState(page);
  const shown = useMemo(() => shownOf(all, { filter, sort, search }), [all, filter, sort, search]);
  const cells = shown.slice(0, most).map((one) => [
    <>
      <span className="govuk-!-text-break-word">{one.row.name}</span>
      <br />
      <Button type="button" look="link" onClick={() => open(one)}>
        {deskStrings.open}
        <span className="govuk-visually-hidden">{deskStrings.openOf(one.row.name)}</span>
      </Button>
      {one.row.standing === 'accepted' && one.row.document?.record && (
        <>
          <br />
          <Button type="button" look="link" onClick={() => again(one)}>
            {deskStrings.again}
            <span className="govuk-visually-hidden">{deskStrings.againOf(one.row.name)}</span>
          </Button>
        </>
      )}
    </>,
    <Verdict key="verdict" row={one.row} />,
    <What key="what" {...one} />,
    [
      one.row.document?.record?.outcomeTitle,
      one.row.document?.decision && deskStrings.decisions[one.row.document.decision],
    ]
      .filter(Boolean)
      .join('; '),
  ]);
  return (
    <>
      <Select
        name="filter"
        label={deskStrings.filter}
        value={filter}
        onChange={(event) => setFilter(event.target.value as Filter)}
        options={[
          { value: 'all', text: deskStrings.everything },
          ...Object.entries(deskStrings.standings).map(([value, text]) => ({ value, text })),
          { value: 'marked', text: deskStrings.marked },
        ]}
      />
      <TextInput
        name="search"
        label={deskStrings.search}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      <Select
        name="sort"
        label={deskStrings.sort}
        value={sort}
        onChange={(event) => setSort(event.target.value as Sort)}
        options={Object.entries(deskStrings.sorts).map(([value, text]) => ({ value, text }))}
      />
      <p className="govuk-body" role="status">
        {deskStrings.shown(Math.min(most, shown.length), all.length)}
      </p>
      {shown.length === 0 ? (
        <p className="govuk-body">{deskStrings.nothing}</p>
      ) : (
        <StackedTable label={deskStrings.table} columns={deskStrings.heads} rows={cells} rowHeaders />
      )}
      {shown.length > most && (
        <Button type="button" look="secondary" onClick={() => setMost(most + page)}>
          {deskStrings.more}
        </Button>
      )}
      <ButtonGroup>
        <Button
          type="button"
          look="secondary"
          onClick={() => services.handOver('records.csv', 'text/csv', deskCsv(all))}
        >
          {deskStrings.csv}
        </Button>
        <Button
          type="button"
          look="secondary"
          onClick={() => services.handOver('records.json', 'application/json', deskJson(all))}
        >
          {deskStrings.json}
        </Button>
      </ButtonGroup>
      <Heading level={2}>{deskStrings.sample}</Heading>
      <Sample all={all} />
    </>
  );
};
