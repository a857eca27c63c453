import type { Result } from '../base/result';
import type { Lock, LockState } from '../services';
import type { Database } from '../storage/database';
import type { Sealing } from '../storage/lock-seal';
import type { StorageCode } from '../storage/open';

type Opened = Promise<Result<Database, StorageCode>>;

/** What makes the rows of a locked database readable. */
export interface Key {
  readonly sealing: Sealing;
  /** To a database that is not open yet. */
  readonly seal: (database: Database) => void;
}

/** The database of this tab, and what it needs to read it: one of each at a time. */
export interface Held extends Pick<Lock, 'read' | 'watch'> {
  /** The database that is open, or else what is opened now. */
  readonly once: (open: () => Opened) => Opened;
  readonly sealing: () => Sealing | undefined;
  readonly seal: () => Key['seal'] | undefined;
  /** The database is opened anew when it is next asked for, with this. */
  readonly use: (state: LockState, key?: Key) => void;
}

/** Holds nothing at first. */
export const createHeld = (): Held => {
  let opened: Opened | undefined;
  let state: LockState = 'none';
  let held: Key | undefined;
  const listeners = new Set<() => void>();
  return {
    read: () => state,
    watch: (heard) => {
      listeners.add(heard);
      return () => listeners.delete(heard);
    },
    once: (open) => (opened ??= open()),
    sealing: () => held?.sealing,
    seal: () => held?.seal,
    use: (next, key) => {
      [opened, state, held] = [undefined, next, key];
      for (const heard of listeners) heard();
    },
  };
};
