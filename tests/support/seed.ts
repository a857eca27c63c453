import type { Page } from 'playwright';
import { replay } from '../../src/assessment/assessment';
import type { Entry } from '../../src/assessment/log';
import { standingOf } from '../../src/assessment/standing';
import type { Answer, Key } from '../../src/policy/answer';
import type { Model } from '../../src/policy/model';
import { sealedForm } from '../../src/policy/parse';
import type { DraftRow, PinnedRow } from '../../src/storage/database';
import { databaseName } from '../../src/storage/open';
import { seeded } from './answers';
import { type LogOptions, logOf } from './records';

/** Puts answers into the log of a draft that the app has begun, after its beginning, as if they had been given there. */
export const giveAnswers = async (
  page: Page,
  model: Model,
  draft: string,
  answers: ReadonlyMap<Key, Answer>,
): Promise<void> => {
  const [, ...given] = logOf(model, answers, seeded(9), {
    startedAt: new Date().toISOString().slice(0, 19) + '+00:00',
  });
  const entries = given
    .filter((entry) => entry.kind === 'answered')
    .map((entry, index) => ({ ...entry, draft, counter: index + 2 }));
  await page.evaluate(
    ([name, log]) =>
      new Promise<void>((done, failed) => {
        const opening = indexedDB.open(name);
        opening.addEventListener('error', () => failed(new Error('no database')));
        opening.addEventListener('success', () => {
          const database = opening.result;
          const work = database.transaction(['entries'], 'readwrite', { durability: 'strict' });
          for (const entry of log) work.objectStore('entries').put(entry);
          work.addEventListener('complete', () => {
            database.close();
            done();
          });
          work.addEventListener('abort', () => failed(work.error ?? new Error('not written')));
        });
      }),
    [databaseName, entries] as const,
  );
};

export interface Seeding extends LogOptions {
  /** Another number gives other ids. */
  readonly seed?: number;
  readonly title?: string;
  readonly row?: Partial<DraftRow>;
  /** The log in place of the one that the answers make. */
  readonly log?: (log: readonly Entry[]) => readonly Entry[];
}

/**
 * Puts a draft with these answers into the database of a page that the app has opened, as if an officer had given them
 * there. Gives its id. For tests of screens that are about something else than how answers come in.
 */
export const seedDraft = async (
  page: Page,
  model: Model,
  answers: ReadonlyMap<Key, Answer>,
  { seed = 1, title = '', row, log: edit = (log) => log, ...options }: Seeding = {},
): Promise<string> => {
  const log = edit(logOf(model, answers, seeded(seed), options));
  const [first] = log;
  const assessment = replay(model, log);
  if (first?.kind !== 'started') throw new Error('a log without a beginning');
  const draft: DraftRow = {
    id: first.draft,
    partnership: first.draft,
    kind: first.practice ? 'practice' : 'record',
    policy: first.policy,
    settings: first.settings,
    ...(assessment && standingOf(assessment)),
    title,
    createdAt: first.at,
    updatedAt: log.at(-1)?.at ?? first.at,
    ...row,
  };
  const pinned = (['policy', 'settings'] as const).map((kind) => {
    const { sha256, bytes } = sealedForm(model[kind]);
    return { sha256, kind, bytes: [...bytes] };
  });
  await page.evaluate(
    ([name, rows]) =>
      new Promise<void>((done, failed) => {
        const opening = indexedDB.open(name);
        opening.addEventListener('error', () => failed(new Error('no database')));
        opening.addEventListener('success', () => {
          const database = opening.result;
          const work = database.transaction(['drafts', 'entries', 'pinned'], 'readwrite', { durability: 'strict' });
          work.objectStore('drafts').put(rows.draft);
          for (const entry of rows.log) work.objectStore('entries').put(entry);
          for (const one of rows.pinned)
            work.objectStore('pinned').put({ ...one, bytes: new Uint8Array(one.bytes) } satisfies PinnedRow);
          work.addEventListener('complete', () => {
            database.close();
            done();
          });
          work.addEventListener('abort', () => failed(work.error ?? new Error('not written')));
        });
      }),
    [databaseName, { draft, log, pinned }] as const,
  );
  return draft.id;
};
