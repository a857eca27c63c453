import type { ReactNode } from 'react';
import { grouped, writtenMoney } from '../../../base/money';
import type { Figure, Line, OpenCondition, Part } from '../../../record/overview';
import { overviewStrings as strings } from '../../../strings/overview';
import { Heading } from '../../../ui';
import { BarTable, type BarRow } from '../../../ui/content/bar-table';
import { dayWords, Due, Lines, Name } from './lines';
import { decisionRows, dueRows, labelRows, sumRows } from './rows';

const Section = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section className="app-figure">
    <Heading level={3} size="m">
      {title}
    </Heading>
    {children}
  </section>
);

const Said = ({ lines }: { readonly lines: readonly (string | false)[] }) =>
  lines.map(
    (line) =>
      line !== false && (
        <p key={line} className="govuk-body">
          {line}
        </p>
      ),
  );

interface BarsProps {
  readonly title: string;
  readonly head: string;
  readonly amount?: string | undefined;
  readonly rows: readonly BarRow[];
  readonly total?: string;
}

const Bars = ({ title, head, amount = strings.number, rows, total }: BarsProps) =>
  rows.length > 0 && (
    <BarTable
      label={title}
      columns={[head, amount, strings.chart]}
      rows={rows}
      total={total === undefined ? undefined : { label: strings.total, text: total }}
    />
  );

const listCells = ({ record, cells }: Line): readonly ReactNode[] => [
  <Name key="name" record={record} signer />,
  ...cells,
];

const dueCells = ({ record, day, overdue, cells }: Line): readonly ReactNode[] => [
  <Name key="name" record={record} signer />,
  <Due key="due" text={dayWords(day)} overdue={overdue} />,
  ...cells,
];

const conditionCells = ({ record, text, owner, due, overdue }: OpenCondition): readonly ReactNode[] => [
  <span key="what" className="app-words">
    {text}
  </span>,
  <Name key="name" record={record} />,
  owner,
  <Due key="due" text={due} overdue={overdue} />,
];

const FigureView = ({ figure, today }: { readonly figure: Figure; readonly today: string }) => {
  const { title, notTold } = figure;
  const untold = notTold > 0 && strings.notTold(notTold);
  if (figure.kind === 'sum') {
    const { amountUnknown, money, step, total } = figure;
    return (
      <Section title={title}>
        <Said
          lines={[
            figure.bars.length === 0 && strings.none,
            amountUnknown > 0 && strings.amountUnknown(amountUnknown),
            untold,
          ]}
        />
        <Bars
          title={title}
          head={step === undefined ? figure.name : strings[step]}
          amount={figure.unit}
          rows={sumRows(figure, today)}
          total={money ? writtenMoney(total) : grouped(total)}
        />
      </Section>
    );
  }
  const { columns, lines } = figure;
  if (figure.kind === 'list')
    return (
      <Section title={title}>
        <Said lines={[lines.length > 0 && strings.part(lines.length), untold]} />
        <Lines title={title} columns={[strings.name, ...columns]} items={lines} cells={listCells} />
      </Section>
    );
  const overdue = lines.filter((one) => one.overdue).length;
  return (
    <Section title={title}>
      <Said lines={[lines.length > 0 && strings.dueLead(lines.length, overdue), untold]} />
      <Bars title={`${title}: ${strings.chart}`} head={strings.quarter} rows={dueRows(figure.bars)} />
      <Lines title={title} columns={[strings.name, strings.when, ...columns]} items={lines} cells={dueCells} />
    </Section>
  );
};

const Conditions = ({ part: { conditions, owners } }: { readonly part: Part }) => (
  <Section title={strings.conditions}>
    {conditions.length > 0 && (
      <Said lines={[strings.conditionsLead(conditions.length, conditions.filter(({ overdue }) => overdue).length)]} />
    )}
    <Bars
      title={`${strings.conditions}: ${strings.chart}`}
      head={strings.owner}
      amount={strings.openNumber}
      rows={labelRows(owners)}
    />
    <Lines
      title={strings.conditions}
      columns={[strings.what, strings.name, strings.owner, strings.byWhen]}
      items={conditions}
      cells={conditionCells}
    />
  </Section>
);

/** What the records of one policy say: days first, then conditions, lists, sums, recommendations and decisions. */
export const PartView = ({ part, today }: { readonly part: Part; readonly today: string }) => {
  const { title, records, refused, unmarked, figures, outcomes, decisions } = part;
  const view = (figure: Figure) => <FigureView key={`${figure.kind} ${figure.id}`} figure={figure} today={today} />;
  return (
    <section className="app-part">
      <Heading level={2} size="l">
        {title}
      </Heading>
      <Said
        lines={[
          strings.part(records),
          refused > 0 && strings.refused(refused),
          unmarked > 0 && strings.unmarked(unmarked),
        ]}
      />
      {figures.filter(({ kind }) => kind === 'due').map(view)}
      <Conditions part={part} />
      {figures.filter(({ kind }) => kind !== 'due').map(view)}
      <Section title={strings.outcomes}>
        <Bars title={strings.outcomes} head={strings.outcome} rows={labelRows(outcomes)} total={grouped(records)} />
      </Section>
      <Section title={strings.decisions}>
        <Bars
          title={strings.decisions}
          head={strings.decision}
          rows={decisionRows(decisions)}
          total={grouped(records)}
        />
      </Section>
    </section>
  );
};
