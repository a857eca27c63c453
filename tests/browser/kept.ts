import { afterEach, expect, vi } from 'vitest';
import { newId } from '../../src/base/ids';
import type { Result } from '../../src/base/result';
import type { Entry } from '../../src/assessment/log';
import { parsePolicy, parseSettings, sealedForm } from '../../src/policy/parse';
import type { Database, DraftRow } from '../../src/storage/database';
import { appendEntries, createDraft } from '../../src/storage/drafts';
import { openDatabase } from '../../src/storage/open';
import policyFile from '../fixtures/equipment/1.0.0.json';
import settingsFile from '../fixtures/equipment/settings.json';

export const valueOf = <Value>(result: Result<Value>): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.failures));
  return result.value;
};
export const codesOf = (result: Result<unknown>): readonly string[] =>
  result.ok ? [] : result.failures.map((failure) => failure.code);

export const policy = valueOf(parsePolicy(policyFile));
export const settings = valueOf(parseSettings(settingsFile));
export const pins = { policy: sealedForm(policy).sha256, settings: sealedForm(settings).sha256 };

const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));
export const id = (): string => newId(random);
export const at = (minute: number): string => `2026-11-22T10:${String(minute).padStart(2, '0')}:00+00:00`;

/** Every transaction that writes, in every test, from before Dexie finds the function. */
let writes: readonly IDBTransaction[] = [];
const begin = Object.getOwnPropertyDescriptor(IDBDatabase.prototype, 'transaction')
  ?.value as IDBDatabase['transaction'];
IDBDatabase.prototype.transaction = function (...asked) {
  const begun = begin.apply(this, asked);
  if (begun.mode === 'readwrite') writes = [...writes, begun];
  return begun;
};

/** How many transactions that write a test has begun so far. */
export const writesBegun = (): number => writes.length;

const opened: Database[] = [];
export const open = async (
  name = `test-${id()}`,
  onSuperseded = (): void => undefined,
  sealed?: (database: Database) => void,
): Promise<Database> => {
  const database = valueOf(await openDatabase(name, onSuperseded, sealed));
  opened.push(database);
  return database;
};
afterEach(() => {
  vi.restoreAllMocks();
  const done = opened.splice(0);
  for (const database of done) database.close({ disableAutoOpen: true });
  for (const { name } of done) indexedDB.deleteDatabase(name);
  const asked = writes.map(({ durability }) => durability);
  writes = [];
  expect(new Set(asked)).not.toContain('default');
  expect(new Set(asked)).not.toContain('relaxed');
});

export const newDraft = async (database: Database, minute = 0, more: Partial<DraftRow> = {}): Promise<string> => {
  const draft = id();
  const row = {
    id: draft,
    partnership: id(),
    kind: 'record',
    title: '',
    createdAt: at(minute),
    updatedAt: at(minute),
    ...more,
  } as const;
  const shared = { id: id(), draft, author: id(), device: id(), counter: 1, at: at(minute) };
  const made = valueOf(
    await createDraft(database, row, policy, settings, (pinned) => ({
      ...shared,
      kind: 'started',
      language: 'en',
      ...pinned,
    })),
  );
  return made.id;
};

export const answer = (draft: string, counter: number, field: string, value: string) =>
  ({ id: id(), draft, author: id(), device: id(), counter, at: at(counter), kind: 'answered', field, value }) as const;

export const give = (database: Database, draft: string, entries: readonly Entry[]) =>
  appendEntries(
    database,
    draft,
    entries,
    { fields: entries.flatMap((entry) => ('field' in entry ? [entry.field] : [])), tabs: ['tab'] },
    () => ({ updatedAt: at(30), title: 'Marquee', section: 'The event', outcome: undefined }),
  );

/** Everything that a database holds, as text. */
export const everything = async (database: Database): Promise<string> =>
  JSON.stringify(await Promise.all(database.tables.map((table) => table.toArray())));
