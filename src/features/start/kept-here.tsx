import { useEffect, useState } from 'react';
import { type Disk, useServices } from '../../services';
import { backupStrings } from '../../strings/backup';
import { Button, Heading, InsetText } from '../../ui';
import { writtenRoom } from '../../views/written-room';

interface Known {
  readonly isKept: boolean | undefined;
  readonly room: { readonly used: number; readonly left: number } | undefined;
}

const look = async (disk: Disk): Promise<Known> => ({ isKept: await disk.isKept(), room: await disk.room() });

/** Whether the browser has promised to keep what is in it, and how much room there is. */
export const KeptHere = () => {
  const services = useServices();
  const [known, setKnown] = useState<Known>();
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    void services.disk().then(look).then(setKnown);
  }, [services]);
  const ask = async (): Promise<void> => {
    const disk = await services.disk();
    setRefused(!(await disk.askToKeep()));
    setKnown(await look(disk));
  };
  return (
    <>
      <Heading level={2}>{backupStrings.where}</Heading>
      <div role="status">
        {known && (
          <p className="govuk-body">
            {known.isKept === undefined
              ? backupStrings.unknown
              : known.isKept
                ? backupStrings.persisted
                : backupStrings.mayGo}
          </p>
        )}
        {refused && <InsetText>{backupStrings.refused}</InsetText>}
      </div>
      {known?.isKept === false && !refused && (
        <Button type="button" look="secondary" onClick={() => void ask()}>
          {backupStrings.ask}
        </Button>
      )}
      {known?.room && (
        <p className="govuk-body">{backupStrings.room(writtenRoom(known.room.used), writtenRoom(known.room.left))}</p>
      )}
    </>
  );
};
