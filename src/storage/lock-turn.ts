import { newId } from '../base/ids';
import { fail, type Result, succeed } from '../base/result';
import { lockedVersion, schemaVersion } from './database';
import {
  type FoundLock,
  type LockCode,
  lockIn,
  type LockMaking,
  readLock,
  unwrapKey,
  wrapKey,
  type Wrapped,
} from './lock';
import { closeElsewhere, LockChanged, within } from './lock-raw';
import { type Sealing, sealingWith } from './lock-seal';
import { settled } from './rescue-raw';

type Kept = { readonly key: 'lock'; readonly value: unknown } | undefined;

const kept = (wrapped: Wrapped | undefined, turning?: string): Kept =>
  wrapped || turning !== undefined
    ? { key: 'lock', value: { ...wrapped, ...(turning !== undefined && { turning }) } }
    : undefined;

/** Puts the row of a lock, or takes it away. An app that knows no lock sees a newer schema, and leaves all as it is. */
const putLock = async (work: IDBTransaction, row: Kept): Promise<void> => {
  const meta = work.objectStore('meta');
  if (row) await settled(meta.put(row));
  else await settled(meta.delete('lock'));
  await settled(meta.put({ key: 'schema', value: row ? lockedVersion : schemaVersion }));
};

/** Changes the row of a lock if it is still what it was found to be. */
const replaceLock = (name: string, before: FoundLock, after: Kept): Promise<Result<void, LockCode>> =>
  within(name, 'readwrite', ['meta'], async (work) => {
    const now = lockIn(await settled(work.objectStore('meta').get('lock')));
    if (JSON.stringify(now) !== JSON.stringify(before)) throw new LockChanged();
    await putLock(work, after);
  });

/** Only one tab at a time sets, removes or looks after a lock; where the browser cannot say, as on plain http, there is none. */
const alone = async <Value>(name: string, work: () => Promise<Value>): Promise<Value> =>
  (navigator.locks as LockManager | undefined)?.request(`${name} lock`, work) ?? work();

/** The next row that a cursor comes to, or that there is none. */
const nextOf = (request: IDBRequest<IDBCursorWithValue | null>): Promise<IDBCursorWithValue | null> => {
  const once = { once: true };
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result), once);
    request.addEventListener('error', () => reject(request.error ?? new Error('no reason')), once);
  });
};

/** Goes through every row of a database, within a transaction. */
const eachRow = async (work: IDBTransaction, change: (store: string, row: unknown) => unknown): Promise<void> => {
  for (const store of work.objectStoreNames) {
    const request = work.objectStore(store).openCursor();
    for (let cursor = await nextOf(request); cursor; cursor = await nextOf(request)) {
      const row = change(store, cursor.value);
      if (row !== cursor.value) await settled(cursor.update(row));
      cursor.continue();
    }
  }
};

/**
 * Writes every row anew in one transaction, with the lock that there is from then on. Before it a mark is put that keeps
 * every tab from opening the database, and those that have it open let go of it: no row can be written in the old way after it.
 */
const turn = (
  name: string,
  { random }: LockMaking,
  before: Wrapped | undefined,
  after: Wrapped | undefined,
  change: (store: string, row: unknown) => unknown,
): Promise<Result<void, LockCode>> =>
  alone(name, async () => {
    const turning = newId(random);
    const found: FoundLock = before ? { is: 'set', wrapped: before } : { is: 'none' };
    const marked = await replaceLock(name, found, kept(before, turning));
    if (!marked.ok) return marked;
    const turned = (await closeElsewhere(name))
      ? await within(name, 'readwrite', undefined, async (work) => {
          const now = lockIn(await settled(work.objectStore('meta').get('lock')));
          if (now.is !== 'turning' || now.turning !== turning) throw new LockChanged();
          await eachRow(work, change);
          await putLock(work, kept(after));
        })
      : fail('lock.busy', 'lock');
    const mended = turned.ok || replaceLock(name, { is: 'turning', turning, wrapped: before }, kept(before));
    if (turned.ok || turned.failures[0]?.code !== 'lock.busy') await mended; // else it waits for the tab that hangs
    return turned;
  });

/**
 * Sets a lock: what makes the rows readable from then on. The caller has closed its own connection. All or nothing: where it
 * fails, as on a full disk (`storage.full`), every row is as it was. `lock.row` is a row that is damaged.
 */
export const setLock = async (
  name: string,
  making: LockMaking,
  passphrase: string,
): Promise<Result<Sealing, LockCode>> => {
  const { subtle, random } = making;
  if (!subtle) return fail('lock.insecure', 'lock');
  const key = new Uint8Array(random(32));
  const wrapped = await wrapKey(subtle, random, key, passphrase);
  const sealing = sealingWith(key, random);
  const turned = await turn(name, making, undefined, wrapped, sealing.seal);
  return turned.ok ? succeed(sealing) : turned;
};

/** The lock that is set, and its key. */
const opened = async (name: string, { subtle }: LockMaking, passphrase: string) => {
  const found = await readLock(name);
  if (!found.ok) return found;
  if (!subtle) return fail('lock.insecure', 'lock');
  if (found.value.is !== 'set') return fail('lock.changed', 'lock');
  const { wrapped } = found.value;
  const key = await unwrapKey(subtle, wrapped, passphrase);
  return key.ok ? succeed({ subtle, wrapped, key: key.value }) : key;
};

/** Removes the lock, all or nothing. A row that cannot be unsealed stays as it is: it was damaged before. */
export const removeLock = async (
  name: string,
  making: LockMaking,
  passphrase: string,
): Promise<Result<void, LockCode>> => {
  const open = await opened(name, making, passphrase);
  if (!open.ok) return open;
  const { unseal } = sealingWith(open.value.key, making.random);
  return turn(name, making, open.value.wrapped, undefined, (store, row) => unseal(store, row) ?? row);
};

/** Changes the passphrase. The key and the rows stay as they are, and so do tabs that are unlocked. */
export const changePassphrase = async (
  name: string,
  making: LockMaking,
  passphrase: string,
  next: string,
): Promise<Result<void, LockCode>> => {
  const open = await opened(name, making, passphrase);
  if (!open.ok) return open;
  const { subtle, wrapped, key } = open.value;
  const anew = await wrapKey(subtle, making.random, key, next);
  return alone(name, () => replaceLock(name, { is: 'set', wrapped }, kept(anew)));
};

/**
 * Takes away the mark of an attempt to set or remove a lock that was broken off, as by a crash: nothing else was changed.
 * One that is going on is waited for.
 */
export const settleLock = (name: string): Promise<Result<FoundLock, LockCode>> =>
  alone(name, async () => {
    const found = await readLock(name);
    if (!found.ok || found.value.is !== 'turning') return found;
    const settledNow = await replaceLock(name, found.value, kept(found.value.wrapped));
    return settledNow.ok ? readLock(name) : settledNow;
  });
