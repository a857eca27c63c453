import { useEffect, useState } from 'react';
import type { Failure } from '../../base/result';
import { type Services, useServices } from '../../services';
import { deleteDrafts } from '../../storage/draft-list';
import { rescueStrings } from '../../strings/rescue';
import { Button, Heading, Link, WarningText } from '../../ui';
import { writtenRoom } from '../../views/written-room';
import { Sentence } from '../../views/sentence';

interface Known {
  readonly room: { readonly used: number; readonly left: number } | undefined;
  /** What is in the bin, by its ids. */
  readonly bin: readonly string[];
}

const look = async (services: Services): Promise<Known> => {
  const disk = await services.disk();
  const drafts = await services.drafts();
  const rows = drafts.ok ? drafts.value.rows : [];
  return { room: await disk.room(), bin: rows.flatMap(({ id, deletedAt }) => (deletedAt === undefined ? [] : [id])) };
};

/** How much room is left, and what frees some: the bin can be emptied here. */
export const Room = () => {
  const services = useServices();
  const [{ room, bin }, setKnown] = useState<Known>({ room: undefined, bin: [] });
  const [isEmptied, setEmptied] = useState(false);
  const [wrong, setWrong] = useState<Failure>();
  useEffect(() => void look(services).then(setKnown), [services]);
  const empty = async (): Promise<void> => {
    const open = await services.database();
    const done = open.ok ? await deleteDrafts(open.value, bin) : open;
    setWrong(done.ok ? undefined : done.failures[0]);
    setEmptied(done.ok);
    setKnown(await look(services));
  };
  return (
    <>
      <Heading level={2}>{rescueStrings.full}</Heading>
      <p className="govuk-body">{rescueStrings.fullLead}</p>
      {room && <p className="govuk-body">{rescueStrings.room(writtenRoom(room.used), writtenRoom(room.left))}</p>}
      <ul className="govuk-list govuk-list--bullet">
        {rescueStrings.fullDo.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
      <p className="govuk-body">
        <Link href="/drafts">{rescueStrings.list}</Link>
      </p>
      {wrong && (
        <WarningText>
          <Sentence failure={wrong} />
        </WarningText>
      )}
      <p className="govuk-body" role="status">
        {isEmptied ? rescueStrings.binEmptied : bin.length > 0 && rescueStrings.inBin(bin.length)}
      </p>
      {bin.length > 0 && (
        <Button type="button" look="secondary" onClick={() => void empty()}>
          {rescueStrings.emptyBin}
        </Button>
      )}
    </>
  );
};
