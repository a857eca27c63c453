import { useServices } from '../../services';
import { lockStrings } from '../../strings/lock';
import { Button } from '../../ui';

/** Locks this tab: it forgets the key and all that was read with it. What is being typed is kept. */
export const LockNow = () => {
  const { lock } = useServices();
  return (
    <Button type="button" look="secondary" onClick={() => void lock.keeper().then((keeper) => keeper.now())}>
      {lockStrings.now}
    </Button>
  );
};
