import { useState } from 'react';
import { newId } from '../../base/ids';
import { useServices } from '../../services';
import { typedBackup } from '../../storage/backup-typed';
import { notSavedStrings } from '../../strings/rescue';
import { Button } from '../../ui';
import { useSession } from './draft-context';

/** In milliseconds: by then the form has told the session of the last key. */
const lastKey = 600;

/** For an assessment that the disk does not take: all of it as a file, with what is only on this page. */
export const NotSaved = () => {
  const services = useServices();
  const session = useSession();
  const [isDown, setDown] = useState(false);
  const download = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, lastKey));
    const { log, model } = session.assessment();
    const at = services.clock();
    const tab = newId(services.random); // beside what was kept for a tab earlier, which is no longer so
    const typed = session.typed().map((row) => ({ ...row, tab }));
    const about = { app: services.version, madeAt: at, profile: session.author };
    const bytes = await typedBackup(session.database, { row: session.draft, log, model, typed }, about);
    services.handOver(`assessment-${at.slice(0, 10)}.backup`, 'application/octet-stream', bytes);
    setDown(true);
  };
  return (
    <>
      <p className="govuk-body">{notSavedStrings.stay}</p>
      <p className="govuk-body">{notSavedStrings.typedLead}</p>
      <Button type="button" look="secondary" onClick={() => void download()}>
        {notSavedStrings.typed}
      </Button>
      <p className="govuk-body" role="status">
        {isDown && notSavedStrings.down}
      </p>
    </>
  );
};
