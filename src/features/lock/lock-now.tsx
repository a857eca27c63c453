import { useState } from 'react';
import { useServices } from '../../services';
import { lockStrings } from '../../strings/lock';
import { Button } from '../../ui';

/** Locks this tab: it forgets the key and all that was read with it. What is being typed is kept. */
export const LockNow = () => {
  const { lock } = useServices();
  const [refused, setRefused] = useState(false);
  return (
    <>
      <Button
        type="button"
        look="secondary"
        onClick={() => void lock.keeper().then(async (keeper) => setRefused(!(await keeper.now())))}
      >
        {lockStrings.now}
      </Button>
      <p className="govuk-body-s" role="status">
        {refused && lockStrings.unsaved}
      </p>
    </>
  );
};
