import { LockScreen } from '../features/lock/lock-screen';
import { idleMinutes } from './idle';

export { Gate } from '../features/lock/gate';
export { LockNow } from '../features/lock/lock-now';

/** The page that sets the lock. */
export const Lock = () => <LockScreen minutes={idleMinutes} />;
