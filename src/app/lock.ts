import { type Result, succeed } from '../base/result';
import type { LockKeeper, Services } from '../services';
import type { Database } from '../storage/database';
import { type LockCode, unlock } from '../storage/lock';
import type { Sealing } from '../storage/lock-seal';
import { sealTables } from '../storage/lock-tables';
import { changePassphrase, removeLock, setLock, settleLock } from '../storage/lock-turn';
import { databaseName, type StorageCode } from '../storage/open';
import type { Held } from './held';
import { idleMinutes, watchIdle } from './idle';

type Outside = Pick<Services, 'subtle' | 'random' | 'database' | 'afterPaint'>;

interface Keeping extends LockKeeper {
  /** What follows where the database was found to be locked: whether it is, or somebody's attempt to lock it was broken off. */
  readonly found: (locked: Result<Database, StorageCode>) => Promise<Result<Database, StorageCode>>;
}

let stopWatching = (): void => undefined;

/** How long a tab that is being locked waits for the disk, in milliseconds: it is locked whatever the disk does. */
const longest = 2000;

/** How often the page is looked at while it waits for the disk, in milliseconds. */
const often = 50;

const later = (time: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, time);
  });

/** Whether the page says this of what it holds. What the disk has refused is nowhere else: it must not be loaded again. */
const says = (saving: 'saving' | 'failed'): boolean => document.querySelector(`[data-saving=${saving}]`) !== null;

/**
 * Locks this tab: the page is loaded again, which forgets the key and all that was read with it. What is being written is
 * waited for, and what is being typed is kept as the page goes. Not where the disk refuses it: whether the tab locks.
 */
const lockNow = async ({ afterPaint, database }: Outside): Promise<boolean> => {
  afterPaint.now();
  await later(0); // what was waiting has begun by then
  const open = await database();
  const written = open.ok && open.value.transaction('rw', open.value.tables, () => open.value.meta.count());
  await Promise.race([written, later(longest)]).catch(() => undefined);
  // What is typed goes to the disk at the next pause, and may be refused then.
  for (let waited = 0; waited < longest && says('saving'); waited += often) await later(often);
  if (says('failed')) return false;
  window.location.reload();
  return true;
};

/** Sets, opens and removes the lock of this browser. */
export const lockKeeper = (held: Held, outside: Outside): Keeping => {
  const { subtle, random, database } = outside;
  const making = { subtle, random };
  const now = (): Promise<boolean> => lockNow(outside);
  const hold = (sealing: Sealing | undefined): void => {
    stopWatching();
    if (sealing) {
      stopWatching = watchIdle(idleMinutes, now);
      held.use('unlocked', { sealing, seal: (opening) => sealTables(opening, sealing) });
    } else held.use('none');
  };
  /** Runs what needs the database for itself, and has it opened anew afterwards. */
  const alone = async <Value>(work: () => Promise<Result<Value, LockCode>>): Promise<Result<Value, LockCode>> => {
    const open = await database();
    if (!open.ok) return open;
    open.value.close({ disableAutoOpen: true });
    const done = await work();
    if (!done.ok) hold(held.sealing());
    return done;
  };
  return {
    found: async (locked) => {
      const settled = await settleLock(databaseName);
      if (settled.ok && settled.value.is === 'none') {
        hold(undefined);
        return database();
      }
      held.use('locked');
      return locked;
    },
    ask: () => held.use('locked'),
    now,
    sealing: held.sealing,
    unlock: async (passphrase) => {
      const opened = await unlock(databaseName, making, passphrase);
      if (!opened.ok) return opened;
      hold(opened.value);
      return succeed(undefined);
    },
    set: async (passphrase) => {
      const set = await alone(() => setLock(databaseName, making, passphrase));
      if (!set.ok) return set;
      hold(set.value);
      return succeed(undefined);
    },
    change: (passphrase, next) => changePassphrase(databaseName, making, passphrase, next),
    remove: async (passphrase) => {
      const removed = await alone(() => removeLock(databaseName, making, passphrase));
      if (removed.ok) hold(undefined);
      return removed;
    },
  };
};
