import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/base/calendar';
import type { Entry } from '../../src/assessment/log';
import { replay } from '../../src/assessment/assessment';
import type { Policy } from '../../src/policy/schema';
import { makeBackup, restoreBackup } from '../../src/storage/backup';
import { deleteDrafts } from '../../src/storage/draft-list';
import { openDraft } from '../../src/storage/drafts';
import { keepPending, pendingOf } from '../../src/storage/pending';
import { keepRecord, readRecord } from '../../src/storage/records';
import { retain } from '../../src/storage/retention';
import { answer, at, everything, give, id, newDraft, open, policy, settings, valueOf } from './kept';
import { createDraft } from '../../src/storage/drafts';

type Kept = Awaited<ReturnType<typeof open>>;

/** Drafts of the tests were changed on 22 November 2026, so their names are kept until 22 May 2027. */
const months = { drafts: 12, names: 6 };
const [announced, last, after] = ['2027-05-01', '2027-05-22', '2027-05-23'];

const run = async (database: Kept, today: string, periods = months, policies: readonly Policy[] = []) => {
  const { gone, soon } = valueOf(await retain(database, { months: periods, today, isSeen: true, policies }));
  const told = ({ id: of, is, name }: (typeof gone)[number]) => `${is} ${of} ${name}`;
  return { gone: gone.map(told), soon: soon.map(told) };
};

/** A draft with names in every way in which it can hold them: given, replaced, offered, in a row, being typed. */
const named = async (database: Kept): Promise<string> => {
  const draft = await newDraft(database);
  const first = answer(draft, 2, 'borrower-name', 'Ann Early');
  const { value: _, ...bare } = answer(draft, 4, 'store-contact', '');
  valueOf(
    await give(database, draft, [
      first,
      { ...answer(draft, 3, 'borrower-name', 'Siân Ó Briain'), replaces: first.id, reason: 'It was not Ann Early' },
      { ...bare, kind: 'carried', value: 'Cai Offered', from: 'ab'.repeat(32) },
      answer(draft, 5, 'precaution-who/generator', 'Dee Row'),
      answer(draft, 6, 'borrower-kind', 'school'),
      { ...answer(draft, 7, 'borrower', 'The bursar called'), kind: 'noted' },
    ] as readonly Entry[]),
  );
  const typed = { draft, tab: 'tab', at: at(8) };
  valueOf(await keepPending(database, { ...typed, field: 'agreed-by', raw: 'Eve Typed' }));
  valueOf(await keepPending(database, { ...typed, field: 'history-note', raw: 'what happened' }));
  await database.drafts.update(draft, { title: 'Siân Ó Briain', name: 'Copy of SIÂN Ó BRIAIN’s', updatedAt: at(30) });
  return draft;
};
const names = ['Ann Early', 'Briain', 'BRIAIN', 'Cai Offered', 'Dee Row', 'Eve Typed'];
const whole = async (database: Kept, draft: string) => valueOf(await openDraft(database, draft));

describe('names past their period', () => {
  it('are announced, then withdrawn from the log, from what is typed and from what the draft is called; it stays', async () => {
    const database = await open();
    const draft = await named(database);
    expect(await run(database, '2027-04-21')).toEqual({ gone: [], soon: [] });
    expect((await run(database, announced)).soon).toEqual([`names ${draft} Copy of SIÂN Ó BRIAIN’s`]);
    expect((await run(database, last)).gone).toEqual([]);
    expect(await run(database, after)).toEqual({ gone: [`names ${draft} `], soon: [] });

    const text = await everything(database);
    for (const name of names) expect(text).not.toContain(name);
    const { row, log, model } = await whole(database, draft);
    expect(row).toMatchObject({ title: '', namesWithdrawnOn: after, updatedAt: at(30) });
    expect('name' in row).toBe(false);
    expect(log.map(({ kind }) => kind).join(' ')).toBe(
      'started withdrawn withdrawn withdrawn withdrawn answered noted',
    );
    const assessment = replay(model, log);
    expect([...(assessment?.answers ?? [])]).toEqual([['borrower-kind', 'school']]);
    expect(assessment?.carried.size).toBe(0);
    expect(valueOf(await pendingOf(database, draft)).map(({ raw }) => raw)).toEqual(['what happened']);

    expect(await run(database, addDays(after, 1))).toEqual({ gone: [], soon: [] });
    await run(database, '2027-11-01');
    expect((await run(database, '2027-11-23')).gone).toEqual([`draft ${draft} `]);
  });

  it('stay for a week after they were first announced, whatever the clock says', async () => {
    const database = await open();
    const draft = await named(database);
    const before = await whole(database, draft);
    const few = { drafts: 1200, names: 6 };
    for (const day of ['2036-03-01', '2026-11-23', '2036-03-02', '2036-03-08']) await run(database, day, few);
    expect(await whole(database, draft)).toEqual(before);
    expect((await run(database, '2036-03-09', few)).gone).toEqual([`names ${draft} `]);
  });

  it('stay where the draft is changed, or goes no later than they do, and nothing is said of a draft without any', async () => {
    const database = await open();
    const draft = await named(database);
    const empty = await newDraft(database, 3);
    valueOf(await give(database, empty, [answer(empty, 2, 'borrower-kind', 'school')]));
    expect((await run(database, announced)).soon).toHaveLength(1);
    const { soon } = await run(database, addDays(announced, 1), { drafts: 6, names: 6 });
    expect(soon.map((one) => one.split(' ')[0])).toEqual(['draft', 'draft']);
    await run(database, addDays(announced, 2));
    await database.drafts.update(draft, { updatedAt: `${last}T10:00:00+00:00` });
    expect(await run(database, after)).toEqual({ gone: [], soon: [] });
  });

  it('go where the draft was signed, whose record stays whole', async () => {
    const database = await open();
    const draft = await named(database);
    const pdf = new TextEncoder().encode('%PDF Siân Ó Briain');
    const row = { id: 'r', draft, kind: 'record', signedAt: at(40), fileName: 'choir.pdf', pdf } as const;
    valueOf(await keepRecord(database, row));
    await run(database, announced);
    expect((await run(database, after)).gone).toEqual([`names ${draft} `]);
    expect(valueOf(await readRecord(database, 'r'))).toEqual(row);
  });

  it('are those that the policy of the site marks, where the draft pins one without marks; of another policy none', async () => {
    const unmarked = JSON.parse(JSON.stringify(policy).replaceAll(',"person":true', '')) as Policy;
    for (const [site, found] of [
      [policy, 1],
      [{ ...policy, id: 'other' }, 0],
      [unmarked, 0],
    ] as const) {
      const database = await open();
      const draft = id();
      const row = {
        id: draft,
        partnership: id(),
        kind: 'record',
        title: '',
        createdAt: at(1),
        updatedAt: at(1),
      } as const;
      const first = { id: id(), draft, author: id(), device: id(), counter: 1, at: at(1), language: 'en' } as const;
      valueOf(await createDraft(database, row, unmarked, settings, (pins) => ({ ...first, kind: 'started', ...pins })));
      valueOf(await give(database, draft, [answer(draft, 2, 'borrower-name', 'Ann Early')]));
      await run(database, announced, months, [site]);
      expect((await run(database, after, months, [site])).gone).toHaveLength(found);
      expect((await everything(database)).includes('Ann Early')).toBe(found === 0);
    }
  });
});

const { subtle } = crypto;
const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));
const opening = { subtle, passphrase: '' };

describe('a backup made before', () => {
  it('brings no name back, neither into the log nor among what is being typed', async () => {
    const database = await open();
    const draft = await named(database);
    const making = { app: '0.1.0', at: at(40), profile: 'p', random, subtle, passphrase: '' };
    const { bytes } = valueOf(await makeBackup(database, making));
    await run(database, announced);
    await run(database, after);
    const before = await whole(database, draft);
    expect(valueOf(await restoreBackup(database, bytes, opening))).toMatchObject({ drafts: 0, entries: 0 });
    expect(await whole(database, draft)).toEqual(before);
    const text = await everything(database);
    for (const name of names) expect(text).not.toContain(name);

    // Where the draft itself is gone, it comes back with its names, and they are announced anew.
    valueOf(await deleteDrafts(database, [draft]));
    valueOf(await restoreBackup(database, bytes, opening));
    expect((await run(database, addDays(after, 1))).soon).toHaveLength(1);
    expect((await run(database, addDays(after, 8))).gone).toEqual([`names ${draft} `]);
  });
});
