import { useEffect, useRef, useState } from 'react';
import type { Failure, Result } from '../../base/result';
import { useServices } from '../../services';
import { databaseName } from '../../storage/open';
import type { Rescue } from '../../storage/rescue';
import { deleteRaw } from '../../storage/rescue-raw';
import { rescueStrings } from '../../strings/rescue';
import { Button, ButtonGroup, focusElement, WarningText } from '../../ui';
import { Sentence } from '../../views/sentence';

interface StartAfreshProps {
  /** The hash of what was saved; undefined where nothing could be. */
  readonly sha256: string | undefined;
  readonly read: () => Promise<Result<Rescue | undefined>>;
  readonly onEmptied: () => void;
}

type State = 'offered' | 'asking' | 'emptying' | 'blocked' | 'changed';

/** Empties the store, asked about first. It is never emptied of what was not saved, and never said to be before it is. */
export const StartAfresh = ({ sha256, read, onEmptied }: StartAfreshProps) => {
  const services = useServices();
  const [state, setState] = useState<State>('offered');
  const [wrong, setWrong] = useState<Failure>();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (place.current && state === 'asking') focusElement(place.current);
  }, [state]);
  const empty = async (): Promise<void> => {
    setState('emptying');
    const now = await read();
    if (sha256 !== undefined && now.ok && now.value?.sha256 !== sha256) return setState('changed');
    const own = await services.database();
    if (own.ok) own.value.close({ disableAutoOpen: true }); // else this tab would stand in its own way
    const done = await deleteRaw(databaseName, () => setState('blocked'));
    if (done.ok) return onEmptied();
    setWrong(done.failures[0]);
    setState('offered');
  };
  return (
    <div ref={place}>
      {wrong && (
        <WarningText>
          <Sentence failure={wrong} />
        </WarningText>
      )}
      {state === 'asking' && (
        <>
          <WarningText>{rescueStrings.ask}</WarningText>
          <p className="govuk-body">{rescueStrings.askLead}</p>
          <ButtonGroup>
            <Button type="button" look="warning" onClick={() => void empty()}>
              {rescueStrings.yes}
            </Button>
            <Button type="button" look="secondary" onClick={() => setState('offered')}>
              {rescueStrings.no}
            </Button>
          </ButtonGroup>
        </>
      )}
      <div role="status">
        {state === 'emptying' && <p className="govuk-body">{rescueStrings.emptying}</p>}
        {state === 'blocked' && <WarningText>{rescueStrings.blocked}</WarningText>}
        {state === 'changed' && <WarningText>{rescueStrings.changed}</WarningText>}
      </div>
      {state === 'changed' && (
        <Button type="button" onClick={() => window.location.reload()}>
          {rescueStrings.again}
        </Button>
      )}
      {state === 'offered' && (
        <>
          <p className="govuk-body">{rescueStrings.keys}</p>
          <Button type="button" look="warning" onClick={() => setState('asking')}>
            {rescueStrings.empty}
          </Button>
        </>
      )}
    </div>
  );
};
