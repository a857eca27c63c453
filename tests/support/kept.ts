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
