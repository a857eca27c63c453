import type { Page } from 'playwright';
import { databaseName } from '../../src/storage/open';

/** Every row of a table of the app's database, read beside the app. */
export const rowsOf = (page: Page, table: string): Promise<readonly Readonly<Record<string, unknown>>[]> =>
  page.evaluate(
    ([name, store]) =>
      new Promise((done, failed) => {
        const opening = indexedDB.open(name);
        opening.addEventListener('error', () => failed(new Error('no database')));
        opening.addEventListener('success', () => {
          const all = opening.result.transaction(store).objectStore(store).getAll();
          all.addEventListener('success', () => {
            opening.result.close();
            done(all.result);
          });
        });
      }),
    [databaseName, table] as const,
  );

/** Puts rows into a table of the app's database beside the app, whatever they are, in place of those with their keys. */
export const putRows = (page: Page, table: string, rows: readonly Readonly<Record<string, unknown>>[]): Promise<void> =>
  page.evaluate(
    ([name, store, put]) =>
      new Promise<void>((done, failed) => {
        const opening = indexedDB.open(name);
        opening.addEventListener('error', () => failed(new Error('no database')));
        opening.addEventListener('success', () => {
          const work = opening.result.transaction(store, 'readwrite', { durability: 'strict' });
          for (const row of put) work.objectStore(store).put(row);
          work.addEventListener('complete', () => {
            opening.result.close();
            done();
          });
          work.addEventListener('abort', () => failed(work.error ?? new Error('not written')));
        });
      }),
    [databaseName, table, rows] as const,
  );
