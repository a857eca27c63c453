import { useMemo, useState, useSyncExternalStore } from 'react';
import { writtenDate } from '../../../base/calendar';
import { leftOutReasons } from '../../../record/counted';
import { overviewOf } from '../../../record/overview';
import { useServices } from '../../../services';
import { deskStrings } from '../../../strings/desk';
import { overviewStrings as strings } from '../../../strings/overview';
import { Button, ButtonGroup, Heading, Link, WarningText } from '../../../ui';
import { Screen } from '../../../views/screen';
import type { FolderWork } from '../folder/work';
import { DayForm } from './day-form';
import { overviewCsv } from './export';
import { PrintingContext } from './lines';
import { PartView } from './part-view';

let onPaper = false;

const watchPaper = (changed: () => void): (() => void) => {
  const begin = (): void => {
    onPaper = true;
    changed();
  };
  const end = (): void => {
    onPaper = false;
    changed();
  };
  window.addEventListener('beforeprint', begin);
  window.addEventListener('afterprint', end);
  return () => {
    window.removeEventListener('beforeprint', begin);
    window.removeEventListener('afterprint', end);
  };
};

/** Whether the page is being printed. */
const usePrinting = (): boolean => useSyncExternalStore(watchPaper, () => onPaper);

/** Begins once the browser is idle: a browser that is told to print at once would not wait for what is drawn for paper. */
const print = (): void => {
  setTimeout(() => window.print());
};

const Drawn = ({ work }: { readonly work: FolderWork }) => {
  const services = useServices();
  const [today, setToday] = useState(() => services.clock().slice(0, 10));
  const { rows, all, passedOver, trust } = work;
  const overview = useMemo(() => overviewOf(rows, today), [rows, today]);
  const { records, leftOut, joined, sameNames, parts } = overview;
  const reasons = [
    ...leftOutReasons.flatMap((reason) => (leftOut[reason] > 0 ? [strings.reasons[reason](leftOut[reason])] : [])),
    ...(passedOver > 0 ? [strings.passedOver(passedOver)] : []),
  ];
  return (
    <>
      <p className="govuk-body-l">{strings.lead(records.length, rows.length, writtenDate(today))}</p>
      {trust.length === 0 && <WarningText>{deskStrings.noTrust}</WarningText>}
      {rows.length < all.length && <WarningText>{strings.stopped(rows.length, all.length)}</WarningText>}
      <Heading level={2}>{strings.leftOut}</Heading>
      {reasons.length === 0 ? (
        <p className="govuk-body">{strings.leftOutNone}</p>
      ) : (
        <ul className="govuk-list govuk-list--bullet">
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      {joined > 0 && <p className="govuk-body">{strings.joined(joined)}</p>}
      {sameNames.length > 0 && <WarningText>{strings.sameNames(sameNames)}</WarningText>}
      <DayForm today={today} draw={setToday} />
      <ButtonGroup>
        <Button type="button" onClick={print}>
          {strings.print}
        </Button>
        <Button
          type="button"
          look="secondary"
          onClick={() => services.handOver('overview.csv', 'text/csv', overviewCsv(overview, today))}
        >
          {strings.csv}
        </Button>
      </ButtonGroup>
      {parts.length === 0 && <p className="govuk-body">{strings.nothing}</p>}
      {parts.map((part) => (
        <PartView key={part.policy} part={part} today={today} />
      ))}
    </>
  );
};

/** What the records of a folder say together, on one page to be printed. */
export const Overview = ({ work }: { readonly work: FolderWork | undefined }) => {
  const printing = usePrinting();
  return (
    <Screen title={strings.title} back="/verify/folder" wide>
      <Heading>{strings.title}</Heading>
      {work ? (
        <PrintingContext value={printing}>
          <Drawn work={work} />
        </PrintingContext>
      ) : (
        <>
          <p className="govuk-body">{strings.empty}</p>
          <p className="govuk-body">
            <Link href="/verify/folder">{strings.toFolder}</Link>
          </p>
        </>
      )}
    </Screen>
  );
};
