import { describe, expect, it } from 'vitest';
import { keepOpened, keepTyped, listDeciding, readDeciding } from '../../src/storage/deciding';
import { changeDraft, listDrafts } from '../../src/storage/draft-list';
import { keepPending } from '../../src/storage/pending';
import { keepReading } from '../../src/storage/reading';
import { keepFile, keepRecord, listRecords } from '../../src/storage/records';
import { sha256Hex } from '../../src/base/hash';
import { keepReperformed } from '../../src/storage/reperform';
import type { Periods } from '../../src/storage/due';
import { retain } from '../../src/storage/retention';
import { answer, at, everything, give, newDraft, open, valueOf, writesBegun } from './kept';

type Kept = Awaited<ReturnType<typeof open>>;

/** Drafts of the tests were changed on 22 November 2026. */
const months = { drafts: 12, records: 24 };
const [announced, week, after] = ['2027-11-01', '2027-11-08', '2027-11-23'];

const pdf = new Uint8Array([1, 2, 3]);
/** What was deleted and what is announced, by their ids. */
const shown = async (database: Kept, today: string, periods: Periods = months, isSeen = true) => {
  const { gone, soon } = valueOf(await retain(database, { months: periods, today, isSeen, policies: [] }));
  return { gone: gone.map(({ id }) => id), soon: soon.map(({ id }) => id) };
};
const drafts = async (database: Kept) => valueOf(await listDrafts(database)).rows.map(({ id }) => id);
const sign = async (database: Kept, draft: string, id = sha256Hex(pdf)): Promise<string> => {
  const row = { id, draft, kind: 'record', signedAt: at(40), fileName: 'hall.pdf', pdf } as const;
  valueOf(await keepRecord(database, row));
  return id;
};

describe('a draft past its period', () => {
  it('is announced, and then deleted with its log, what was typed in it and its evidence', async () => {
    const database = await open();
    const evidence = new Uint8Array([7]);
    const sha256 = sha256Hex(evidence);
    const draft = await newDraft(database);
    valueOf(await keepFile(database, { sha256, bytes: evidence }));
    const file = { name: 'plan.pdf', type: 'application/pdf', size: 1, sha256 };
    valueOf(await give(database, draft, [{ ...answer(draft, 2, 'a', ''), value: [file] }]));
    expect(await shown(database, '2027-10-21')).toEqual({ gone: [], soon: [] });
    expect(await shown(database, announced)).toEqual({ gone: [], soon: [draft] });
    expect(await shown(database, '2027-11-22')).toEqual({ gone: [], soon: [draft] });
    expect(await shown(database, after)).toEqual({ gone: [draft], soon: [] });
    expect(await everything(database)).not.toContain(draft);
    for (const table of [database.drafts, database.entries, database.files, database.pinned])
      expect(await table.count()).toBe(0);
    expect(await shown(database, after)).toEqual({ gone: [], soon: [] });
  });

  it('stays for a week after it was first announced, and for as long as nobody has seen that', async () => {
    const database = await open();
    const draft = await newDraft(database);
    for (const day of ['2036-01-01', '2036-02-01'])
      expect(await shown(database, day, months, false)).toEqual({ gone: [], soon: [draft] });
    for (const day of ['2036-03-01', '2036-03-07']) expect((await shown(database, day)).gone).toEqual([]);
    expect(await drafts(database)).toEqual([draft]);
    expect((await shown(database, '2036-03-08')).gone).toEqual([draft]);
  });

  it('stays where a clock that was years ahead is set right, and is years ahead again', async () => {
    const database = await open();
    const draft = await newDraft(database);
    for (const day of ['2036-01-01', '2026-11-23', '2036-01-20']) expect((await shown(database, day)).gone).toEqual([]);
    expect(await drafts(database)).toEqual([draft]);
  });

  it('stays when something is given or typed in it after the announcement', async () => {
    const database = await open();
    const [given, typed] = [await newDraft(database, 1), await newDraft(database, 2)];
    await shown(database, announced);
    const later = `${week}T10:00:00+00:00`;
    await database.drafts.update(given, { updatedAt: later });
    valueOf(await keepPending(database, { draft: typed, field: 'a', tab: 'tab', raw: 'x', at: later }));
    expect(await shown(database, after)).toEqual({ gone: [], soon: [] });
    expect(new Set(await drafts(database))).toEqual(new Set([given, typed]));
  });

  it('goes alone: others keep the policy that they share, and what is damaged or in the bin stays as it is', async () => {
    const database = await open();
    const [old, fresh, bad, binned] = await Promise.all([1, 2, 3, 4].map((n) => newDraft(database, n)));
    if (!old || !fresh || !bad || !binned) throw new Error('no drafts');
    await database.drafts.update(fresh, { updatedAt: `${announced}T10:00:00+00:00` });
    await database.entries.add({ ...answer(bad, 2, 'a', 'one'), counter: -2 });
    valueOf(await changeDraft(database, binned, { deletedAt: `${announced}T10:00:00+00:00` }));
    expect((await shown(database, announced)).soon).toEqual([old]);
    expect((await shown(database, after)).gone).toEqual([old]);
    expect(new Set(await database.drafts.toCollection().primaryKeys())).toEqual(new Set([fresh, bad, binned]));
    expect(await database.pinned.count()).toBe(2);
  });
});

describe('a record past its period', () => {
  it('is deleted whole: its file, its draft as it was signed, and the copies opened to read it or decide on it', async () => {
    const database = await open();
    const draft = await newDraft(database);
    const id = await sign(database, draft);
    valueOf(await keepReading(database, { name: 'hall.pdf', pdf }));
    valueOf(await keepOpened(database, 'decide', { id, name: 'hall.pdf', title: 'Hall', openedAt: at(50), pdf }));
    const other = await sign(database, 'elsewhere', 'r2');
    await database.records.update(other, { signedAt: '2028-11-01T10:00:00+00:00' });
    await shown(database, '2028-11-10', { records: 24 });
    const { gone } = await shown(database, '2028-11-23', { records: 24 });
    expect(new Set(gone)).toEqual(new Set([draft, id]));
    expect(valueOf(await listRecords(database)).map((one) => one.id)).toEqual([other]);
    expect(valueOf(await readDeciding(database, 'decide', id))).toBeUndefined();
    const text = await everything(database);
    for (const trace of [draft, id]) expect(text).not.toContain(trace);
  });

  it('outlives its draft, where drafts have the shorter period', async () => {
    const database = await open();
    const draft = await newDraft(database);
    const id = await sign(database, draft);
    await shown(database, announced);
    expect(await shown(database, after)).toEqual({ gone: [draft], soon: [] });
    expect(valueOf(await listRecords(database)).map((one) => one.id)).toEqual([id]);
  });
});

describe('a copy of a signed document', () => {
  it('that was opened and not signed is kept as long as a draft, counted from when something was last typed about it', async () => {
    const database = await open();
    const opened = (id: string) => ({ id, name: 'hall.pdf', title: 'Hall', openedAt: at(50), pdf });
    valueOf(await keepOpened(database, 'decide', opened('a')));
    valueOf(await keepTyped(database, 'decide', 'a', { reason: 'Ann' }, at(51)));
    valueOf(await keepOpened(database, 'next', opened('a')));
    valueOf(await keepTyped(database, 'next', 'a', { reason: 'Ben' }, '2026-12-22T10:00:00+00:00'));
    expect(await shown(database, announced, { records: 1, names: 1 })).toEqual({ gone: [], soon: [] });
    expect(await shown(database, '2027-11-02')).toEqual({ gone: [], soon: ['decide/a'] });
    expect(await shown(database, after)).toEqual({ gone: ['decide/a'], soon: ['next/a'] });
    expect(valueOf(await listDeciding(database, 'decide'))).toEqual([]);
    expect(await everything(database)).not.toContain('Ann');
    expect(valueOf(await readDeciding(database, 'next', 'a'))?.form).toEqual({ reason: 'Ben' });
  });

  it('that is answered again goes with the answers', async () => {
    const database = await open();
    const draft = await newDraft(database, 0, { kind: 'reperformance' });
    valueOf(await keepReperformed(database, draft, { name: 'hall.pdf', pdf }));
    await shown(database, announced);
    expect((await shown(database, after)).gone).toEqual([draft]);
    expect(await everything(database)).not.toContain('hall.pdf');
  });
});

it('goes through everything once a day, and says for the rest of it what was announced and still goes', async () => {
  const database = await open();
  const [draft, changed] = [await newDraft(database, 1), await newDraft(database, 2)];
  const said = async (day: string, isSeen = true) => new Set((await shown(database, day, months, isSeen)).soon);
  expect(await said(announced, false)).toEqual(new Set([draft, changed]));
  expect(await said(announced)).toEqual(new Set([draft, changed]));
  await database.drafts.update(changed, { updatedAt: `${announced}T10:00:00+00:00` });
  const late = await newDraft(database, 3);
  const before = await everything(database);
  let read = 0;
  database.entries.hook('reading', (entry) => {
    read++;
    return entry;
  });
  const written = writesBegun();
  expect(await said(announced)).toEqual(new Set([draft]));
  expect([read, writesBegun() - written]).toEqual([0, 0]);
  expect(await everything(database)).toBe(before);
  expect(await said('2027-11-02')).toEqual(new Set([draft, late]));
  // The clock is set back: what was announced on a day to come is forgotten.
  expect(await said(announced)).toEqual(new Set([draft, late]));
  expect(await database.meta.get('retention')).toMatchObject({ value: { [late]: { since: announced } } });
});

it('deletes nothing without periods, and all or nothing with them', async () => {
  const database = await open();
  const draft = await newDraft(database);
  const id = await sign(database, draft);
  for (const day of ['2099-01-01', '2099-02-01'])
    expect(await shown(database, day, {})).toEqual({ gone: [], soon: [] });
  await shown(database, announced);
  database.records.hook('deleting', () => {
    throw new Error('the disk is full');
  });
  const before = await everything(database);
  await shown(database, '2030-01-01', { records: 24 });
  const told = await everything(database);
  expect(told).not.toBe(before);
  const retaining = { months: { records: 24 }, today: '2030-02-01', isSeen: true, policies: [] };
  expect((await retain(database, retaining)).ok).toBe(false);
  expect(await everything(database)).toBe(told);
  expect(told).toContain(id);
});
