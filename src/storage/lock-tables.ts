import type { DBCore, DBCoreCursor, DBCoreMutateRequest, DBCoreTable } from 'dexie';
import type { Database } from './database';
import type { Sealing } from './lock-seal';

/** The index of records holds file names, sealed: the fifth part of a key, after the id. */
const keyFor = (table: string, { openName }: Sealing, key: unknown): unknown =>
  table === 'records' && Array.isArray(key) && key.length === 5
    ? key.map((part: unknown, index) => (index === 4 ? openName(key[1], part) : part))
    : key;

const readableCursor = (table: string, sealing: Sealing, cursor: DBCoreCursor): DBCoreCursor =>
  Object.create(cursor, {
    key: { get: () => keyFor(table, sealing, cursor.key) },
    primaryKey: { get: () => cursor.primaryKey as unknown },
    value: { get: () => sealing.open(table, cursor.value) },
  }) as DBCoreCursor;

const sealedRequest = (table: string, { seal }: Sealing, request: DBCoreMutateRequest): DBCoreMutateRequest =>
  request.type === 'add' || request.type === 'put'
    ? { ...request, values: request.values.map((row) => seal(table, row)) }
    : request;

const sealedTable = (name: string, sealing: Sealing, table: DBCoreTable): DBCoreTable => ({
  ...table,
  mutate: (request) => table.mutate(sealedRequest(name, sealing, request)),
  get: (request) => table.get(request).then((row: unknown) => sealing.open(name, row)),
  getMany: (request) => table.getMany(request).then((rows) => rows.map((row: unknown) => sealing.open(name, row))),
  query: (request) =>
    table
      .query(request)
      .then((found) =>
        request.values ? { ...found, result: found.result.map((row: unknown) => sealing.open(name, row)) } : found,
      ),
  openCursor: (request) => table.openCursor(request).then((cursor) => cursor && readableCursor(name, sealing, cursor)),
});

/** Below everything that Dexie does itself: what it keeps in memory and tells other tabs is about readable rows. */
const level = -2;

/** Has everything that is written to a database encrypted, and opened when it is read. Before it is opened. */
export const sealTables = (database: Database, sealing: Sealing): void => {
  database.sealing = sealing;
  database.use({
    stack: 'dbcore',
    name: 'lock',
    level,
    create: (core: DBCore) => ({ ...core, table: (name) => sealedTable(name, sealing, core.table(name)) }),
  });
};
