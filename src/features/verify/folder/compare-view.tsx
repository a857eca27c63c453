import { type SubmitEvent, useState } from 'react';
import { writtenTime } from '../../../base/calendar';
import type { Chain } from '../../../record/chain';
import { compareChains, type Moved } from '../../../record/compare';
import { compareStrings as strings } from '../../../strings/compare';
import { Button, ButtonGroup, Details, Heading } from '../../../ui';
import { StackedTable } from '../../../ui/content/stacked-table';
import { SummaryList } from '../../../ui/content/summary-list';
import { Select } from '../../../ui/form/select';
import type { Verdict } from '../../../verify/verdict';
import type { Row } from './row';

/** A record with what came after it, where a verdict proves one. */
export const chainIn = ({ record, proven }: Verdict): Chain | undefined =>
  record && { record, sequels: proven?.sequels ?? [] };

const Table = ({ label, moved }: { readonly label: string; readonly moved: readonly Moved[] }) => (
  <StackedTable
    label={label}
    columns={strings.columns}
    rowHeaders
    rows={moved.map(({ name, before, after }) => [
      name,
      <span key="before" className="app-words">
        {before ?? strings.nothing}
      </span>,
      <span key="after" className="app-words">
        {after ?? strings.nothing}
      </span>,
    ])}
  />
);

/** What changed between two records as a page: outcome, register, conditions, and every question for whoever opens them. */
const Story = ({ first, second }: { readonly first: Chain; readonly second: Chain }) => {
  const signedAt = ({ record }: Chain): string => record.payload.time.signedAt;
  const [before, after] =
    Date.parse(signedAt(first)) <= Date.parse(signedAt(second)) ? [first, second] : [second, first];
  const { outcome, register, conditions, answers } = compareChains(before, after);
  return (
    <>
      <Heading level={3}>{strings.story(writtenTime(signedAt(before)), writtenTime(signedAt(after)))}</Heading>
      <Heading level={4}>{strings.recommendation}</Heading>
      {outcome ? (
        <SummaryList
          rows={[
            { key: strings.columns[1], value: outcome.before },
            { key: strings.columns[2], value: outcome.after },
          ]}
        />
      ) : (
        <p className="govuk-body">{strings.same}</p>
      )}
      <Heading level={4}>{strings.register}</Heading>
      {register.length > 0 ? (
        <Table label={strings.register} moved={register} />
      ) : (
        <p className="govuk-body">{strings.registerSame}</p>
      )}
      <Heading level={4}>{strings.conditions}</Heading>
      {conditions.length > 0 ? (
        <Table
          label={strings.conditions}
          moved={conditions.map(({ text, ...states }) => ({
            name: text,
            before: strings.standing(states.before),
            after: strings.standing(states.after),
          }))}
        />
      ) : (
        <p className="govuk-body">{strings.conditionsNone}</p>
      )}
      {answers.length > 0 ? (
        <Details summary={strings.answers(answers.length)}>
          <Table label={strings.answers(answers.length)} moved={answers} />
        </Details>
      ) : (
        <p className="govuk-body">{strings.answersSame}</p>
      )}
      <Button type="button" look="secondary" onClick={() => window.print()}>
        {strings.print}
      </Button>
    </>
  );
};

interface CompareProps {
  readonly chain: Chain;
  /** The other files here that hold a record; those of the same partnership come first. */
  readonly others: readonly Row[];
  /** Reads and checks one of them again. */
  readonly read: (row: Row) => Promise<Chain | undefined>;
}

/** Another record of the folder beside the one that is open. */
export const Compare = ({ chain, others, read }: CompareProps) => {
  const [wanted, setWanted] = useState('');
  const [state, setState] = useState<Chain | 'working' | 'failed'>();
  const compare = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const row = others.find(({ number }) => String(number) === wanted);
    if (!row) return;
    setState('working');
    setState((await read(row)) ?? 'failed');
  };
  const { partnership } = chain.record.payload;
  const isSame = ({ document }: Row): boolean => document?.record?.partnership === partnership;
  const inOrder = [...others.filter(isSame), ...others.filter((one) => !isSame(one))];
  if (others.length === 0) return null;
  return (
    <section>
      <Heading level={2}>{strings.title}</Heading>
      <p className="govuk-body">{strings.lead}</p>
      <form onSubmit={(event) => void compare(event)} noValidate>
        <Select
          name="other"
          label={strings.other}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
          options={[
            { value: '', text: strings.choose },
            ...inOrder.map((row) => ({
              value: String(row.number),
              text: isSame(row) ? strings.samePartnership(row.name) : row.name,
            })),
          ]}
        />
        <ButtonGroup>
          <Button look="secondary" disabled={state === 'working'}>
            {strings.compare}
          </Button>
        </ButtonGroup>
        <p className="govuk-body" role="status">
          {state === 'working' ? strings.working : state === 'failed' ? strings.failed : ''}
        </p>
      </form>
      {typeof state === 'object' && <Story first={chain} second={state} />}
    </section>
  );
};
