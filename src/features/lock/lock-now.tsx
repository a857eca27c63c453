import { lockStrings } from '../../strings/lock';
import { Button } from '../../ui';

/** Locks this tab: the page goes, and with it the key and all that was read; what is being typed is kept as it goes. */
export const LockNow = () => (
  <Button type="button" look="secondary" onClick={() => window.location.reload()}>
    {lockStrings.now}
  </Button>
);
