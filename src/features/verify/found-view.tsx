import type { ReactNode } from 'react';
import { useServices } from '../../services';
import { pagesStrings } from '../../strings/pages';
import type { Verdict } from '../../verify/verdict';
import { Beside } from '../../views/pages/beside';
import { ConditionsNow } from './conditions-now';
import { FilesView } from './files-view';
import { type CheckedFile, Original } from './original';
import { PointsView } from './points-view';
import { PublishedView } from './published-view';
import { RecordView } from './record-view';
import { TimelineView } from './timeline-view';
import { VerdictView } from './verdict-view';

/** A file that was checked, and what was found. */
export interface Found extends CheckedFile {
  readonly verdict: Verdict;
}

interface FoundViewProps {
  readonly found: Found;
  /** Checks the intact document at its beginning. */
  readonly check: (original: CheckedFile) => void;
  /** What can be done with it, right after the verdict. */
  readonly children?: ReactNode;
}

/** All that is shown of one file: the verdict, the way to its original, what deserves a look, and what it says. */
export const FoundView = ({ found, check, children }: FoundViewProps) => {
  const services = useServices();
  const { beginning, record, proven } = found.verdict;
  return (
    <>
      <VerdictView name={found.name} verdict={found.verdict} />
      {beginning !== undefined && <Original file={found} length={beginning} check={check} />}
      {children}
      {record && (
        <>
          <PublishedView record={record} />
          <PointsView record={record} sequels={proven?.sequels ?? []} />
          {proven && proven.sequels.length > 0 && <ConditionsNow chain={{ record, sequels: proven.sequels }} />}
          <Beside pdf={found.pdf} draw={services.pages} lead={pagesStrings.leads.check}>
            {() => <RecordView record={record} />}
          </Beside>
          <TimelineView record={record} />
          <FilesView pdf={found.pdf} />
        </>
      )}
    </>
  );
};
