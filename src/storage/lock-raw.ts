import { fail, type Result, succeed } from '../base/result';
import { Unpackable } from './lock-pack';
import type { LockCode } from './lock';
import { openAsItIs, reason } from './rescue-raw';

/** Thrown within a transaction to end it with nothing written, where the lock is another by now. */
export class LockChanged extends Error {}

const codeOf = (error: unknown): LockCode => {
  if (error instanceof LockChanged) return 'lock.changed';
  if (error instanceof Unpackable) return 'lock.row';
  return (error as { readonly name?: string } | null)?.name === 'QuotaExceededError'
    ? 'storage.full'
    : 'storage.damaged';
};

/** One transaction on a database as it is, without Dexie: all or nothing, and the connection is closed after it. */
export const within = async <Value>(
  name: string,
  mode: IDBTransactionMode,
  stores: readonly string[] | undefined,
  work: (transaction: IDBTransaction) => Promise<Value>,
): Promise<Result<Value, LockCode>> => {
  const open = await openAsItIs(name);
  if (!open.ok) return open;
  const database = open.value;
  if (!database) return fail('storage.damaged', name, { reason: 'there is no database' });
  let begun: IDBTransaction | undefined;
  try {
    const transaction = database.transaction(stores ?? [...database.objectStoreNames], mode, { durability: 'strict' });
    begun = transaction;
    const ended = new Promise<void>((resolve, reject) => {
      transaction.addEventListener('complete', () => resolve());
      transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('aborted')));
    });
    ended.catch(() => undefined); // told below, after what caused it
    const value = await work(transaction);
    await ended;
    return succeed(value);
  } catch (error) {
    try {
      begun?.abort();
    } catch {
      // It has ended already.
    }
    return fail(codeOf(error), 'database', { reason: reason(error) });
  } finally {
    database.close();
  }
};

/** How long other tabs may take to let go of the database, in milliseconds. They do so at once unless they hang. */
const patience = 10_000;

/**
 * Resolves once no tab has the database open: each is told that it is about to be upgraded, closes it, and says so to its
 * person. Nothing is upgraded. False where a tab does not let go.
 */
export const closeElsewhere = async (name: string): Promise<boolean> => {
  const open = await openAsItIs(name);
  if (!open.ok || !open.value) return false;
  const { version } = open.value;
  open.value.close();
  return new Promise((resolve) => {
    const request = indexedDB.open(name, version + 1);
    const timer = setTimeout(() => resolve(false), patience);
    const end = (isAlone: boolean): void => {
      clearTimeout(timer);
      resolve(isAlone);
    };
    request.addEventListener('upgradeneeded', () => request.transaction?.abort());
    request.addEventListener('error', (event) => {
      event.preventDefault();
      end(request.error?.name === 'AbortError');
    });
  });
};
