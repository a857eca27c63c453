import { utf8 } from '../../../base/bytes';
import { firstDay, writtenDate } from '../../../base/calendar';
import { calendarFile } from '../../../base/ics';
import { type Dated, datesOf } from '../../../assessment/dates';
import { subjectOf } from '../../../policy/present';
import type { Walk } from '../../../policy/walk';
import { useServices } from '../../../services';
import { en } from '../../../strings/en';
import { outcomeStrings } from '../../../strings/outcome';
import { Button, Details, Heading } from '../../../ui';
import { Table } from '../../../ui/content/table';

const language = 'en';

interface DatesProps {
  readonly walk: Walk;
  readonly draft: string;
  readonly reference: string;
}

/** Every date that goes with the outcome, and a file of them for a calendar. */
export const Dates = ({ walk, draft, reference }: DatesProps) => {
  const services = useServices();
  const dates = datesOf(walk, language);
  const subject = subjectOf(walk) ?? reference;
  const entry = ({ id, date, what, who }: Dated) => ({
    uid: `${draft}-${id}`,
    date: firstDay(date),
    title: `${subject}: ${what}`,
    text: [who, reference].filter((part) => part !== undefined).join('\n'),
  });
  const download = (): void =>
    services.handOver(
      `${reference}.ics`,
      'text/calendar;charset=utf-8',
      utf8(calendarFile(`-//${en.service}//EN`, services.clock(), dates.map(entry))),
    );
  return (
    <>
      <Heading level={2}>{outcomeStrings.dates}</Heading>
      {dates.length === 0 ? (
        <p className="govuk-body">{outcomeStrings.noDates}</p>
      ) : (
        <>
          <Details summary={outcomeStrings.showDates(dates.length)}>
            <Table
              columns={[{ label: outcomeStrings.date }, { label: outcomeStrings.what }]}
              rows={dates.map(({ id, date, what, who }) => [
                writtenDate(date),
                <div key={id}>
                  {what}
                  {who !== undefined && <div className="govuk-hint govuk-!-margin-bottom-0">{who}</div>}
                </div>,
              ])}
            />
          </Details>
          <Button type="button" look="secondary" onClick={download} aria-describedby="calendar-hint">
            {outcomeStrings.calendar}
          </Button>
          <p className="govuk-hint" id="calendar-hint">
            {outcomeStrings.calendarHint}
          </p>
        </>
      )}
    </>
  );
};
