import { useMemo } from 'react';
import { writtenTime } from '../../../base/calendar';
import type { Assessment } from '../../../assessment/assessment';
import type { ProvenRecord } from '../../../record/chain';
import { compareReperformance, type Differing, isSame } from '../../../record/reperformance';
import type { Said } from '../../../record/sayings';
import { walkOf } from '../../../record/sequel-rules';
import { useServices } from '../../../services';
import { comparisonStrings as strings } from '../../../strings/reperform-desk';
import { Button, ButtonGroup, Details, Heading, InsetText } from '../../../ui';
import { StackedTable } from '../../../ui/content/stacked-table';
import { Screen } from '../../../views/screen';
import type { comparedAt } from './open';
import { comparisonCsv, ratedWords } from './export';

const Words = ({ text, none = strings.noAnswer }: { readonly text: string | undefined; readonly none?: string }) => (
  <span className="app-words">{text || none}</span>
);

interface SidesProps {
  readonly label: string;
  readonly rows: readonly Differing[];
  readonly none?: string;
}

/** What both say, side by side. */
const Sides = ({ label, rows, none }: SidesProps) => (
  <StackedTable
    label={label}
    columns={strings.columns}
    rowHeaders
    rows={rows.map(({ name, record, auditor }) => [
      name,
      <Words key="record" text={record} {...(none !== undefined && { none })} />,
      <Words key="auditor" text={auditor} {...(none !== undefined && { none })} />,
    ])}
  />
);

const Only = ({ label, rows }: { readonly label: string; readonly rows: readonly Said[] }) =>
  rows.length > 0 && (
    <Details summary={label}>
      <StackedTable
        label={label}
        columns={strings.onlyColumns}
        rowHeaders
        rows={rows.map(({ name, text }) => [name, <Words key="text" text={text} />])}
      />
    </Details>
  );

interface ComparisonProps {
  readonly record: ProvenRecord;
  /** The auditor's own answers, as they stood when they were compared. */
  readonly own: Assessment;
  readonly compared: NonNullable<ReturnType<typeof comparedAt>>;
}

/** Where an auditor's own answers and those of the record differ, and whether what they come to does. */
export const Comparison = ({ record, own, compared: { at, later } }: ComparisonProps) => {
  const services = useServices();
  const found = useMemo(() => compareReperformance(walkOf(record), own.walk, record.payload.language), [record, own]);
  const { came, ratings, answers, free, conditions, onlyRecord, onlyAuditor } = found;
  const { reference } = record.payload;
  const save = (): void =>
    services.handOver(
      `${reference}-answered-again.csv`,
      'text/csv',
      comparisonCsv(found, { id: record.id, reference, at }),
    );
  return (
    <Screen title={strings.title} back="/drafts" wide>
      <Heading caption={strings.caption(reference)}>{strings.title}</Heading>
      <InsetText>
        <p className="govuk-body govuk-!-font-weight-bold">
          {found.sameOutcome ? strings.sameOutcome : strings.otherOutcome}
        </p>
        {isSame(found) && <p className="govuk-body">{strings.nothing}</p>}
        <p className="govuk-body-s govuk-!-margin-bottom-0">
          {strings.counted(writtenTime(at))} {later > 0 && strings.later(later)}
        </p>
      </InsetText>
      <Heading level={2}>{strings.recommendation}</Heading>
      <Sides
        label={strings.recommendation}
        rows={[
          { name: strings.recommendationRow, record: came.record.title, auditor: came.auditor.title },
          { name: strings.why, record: came.record.because.join(' '), auditor: came.auditor.because.join(' ') },
        ]}
      />
      <Heading level={2}>{strings.answers(answers.length)}</Heading>
      {answers.length > 0 ? (
        <Sides label={strings.answers(answers.length)} rows={answers} />
      ) : (
        <p className="govuk-body">{strings.answersNone}</p>
      )}
      <Heading level={2}>{strings.ratings(ratings.length)}</Heading>
      {ratings.length > 0 ? (
        <Sides
          label={strings.ratings(ratings.length)}
          none={strings.notRated}
          rows={ratings.map((one) => ({
            name: strings.row(one.matrix, one.name),
            record: ratedWords(one, one.record),
            auditor: ratedWords(one, one.auditor),
          }))}
        />
      ) : (
        <p className="govuk-body">{strings.ratingsNone}</p>
      )}
      <Heading level={2}>{strings.conditions(conditions.length)}</Heading>
      {conditions.length > 0 ? (
        <StackedTable
          label={strings.conditions(conditions.length)}
          columns={strings.conditionColumns}
          rows={conditions.map(({ text, by }) => [<Words key="text" text={text} />, strings.by[by]])}
        />
      ) : (
        <p className="govuk-body">{strings.conditionsNone}</p>
      )}
      <Only label={strings.onlyRecord(onlyRecord.length)} rows={onlyRecord} />
      <Only label={strings.onlyAuditor(onlyAuditor.length)} rows={onlyAuditor} />
      {free.length > 0 && (
        <Details summary={strings.free(free.length)}>
          <Sides label={strings.free(free.length)} rows={free} />
        </Details>
      )}
      <ButtonGroup>
        <Button type="button" look="secondary" onClick={save}>
          {strings.csv}
        </Button>
        <Button type="button" look="secondary" onClick={() => window.print()}>
          {strings.print}
        </Button>
      </ButtonGroup>
    </Screen>
  );
};
