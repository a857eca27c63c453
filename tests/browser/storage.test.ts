import { describe, expect, it, vi } from 'vitest';
import { utf8 } from '../../src/base/bytes';
import { sha256Hex } from '../../src/base/hash';
import type { Entry } from '../../src/assessment/log';
import { schemaVersion } from '../../src/storage/database';
import { damagedDrafts, deleteDrafts, listDrafts } from '../../src/storage/draft-list';
import { openDraft, withdrawEntry } from '../../src/storage/drafts';
import { keepAtOnce, keepPending, pendingOf } from '../../src/storage/pending';
import { attempt, openDatabase } from '../../src/storage/open';
import { profileId } from '../../src/storage/profile';
import { filesOf, keepFile, keepRecord, listRecords, recordsOf } from '../../src/storage/records';
import { keepKey, listKeys } from '../../src/storage/keys';
import { answer, at, codesOf, everything, give, id, newDraft, open, pins, policy, settings, valueOf } from './kept';

describe('a draft', () => {
  it('is made with its first entry, and opens with copies of the policy and settings that it pins', async () => {
    const database = await open();
    const draft = valueOf(await openDraft(database, await newDraft(database)));
    expect(draft.row).toMatchObject({ ...pins, kind: 'record', createdAt: at(0) });
    expect(draft.log).toMatchObject([{ kind: 'started', counter: 1, ...pins }]);
    expect(draft.model.policy).toEqual(policy);
    expect(draft.model.settings).toEqual(settings);
  });

  it('stands on the policy that the page has read already, and is refused where a hash names what it must not', async () => {
    const database = await open();
    const draft = await newDraft(database);
    expect(valueOf(await openDraft(database, draft)).model.policy).toBe(policy);
    await database.entries
      .where('draft')
      .equals(draft)
      .modify((entry) => void Object.assign(entry, { settings: pins.policy }));
    await database.drafts.update(draft, { settings: pins.policy });
    expect(codesOf(await openDraft(database, draft))).toEqual(['settings.format']);
  });

  it('opens with its own log, in the log’s order and whatever order it was written in', async () => {
    const database = await open();
    const [draft, other] = [await newDraft(database), await newDraft(database)];
    const [second, third] = [answer(draft, 2, 'a', 'one'), answer(draft, 3, 'a', 'two')];
    await database.entries.bulkAdd([third, second]);
    valueOf(await give(database, other, [answer(other, 2, 'b', 'else')]));
    expect(valueOf(await openDraft(database, draft)).log.slice(1)).toEqual([second, third]);
  });

  it('is refused where it is not there, or where one of its entries is damaged; nothing is changed', async () => {
    const database = await open();
    expect(codesOf(await openDraft(database, id()))).toEqual(['storage.unknown-draft']);
    const draft = await newDraft(database);
    const bad = { ...answer(draft, 2, 'a', 'one'), counter: -2 };
    await database.entries.add(bad);
    const before = await everything(database);
    expect(await openDraft(database, draft)).toMatchObject({ failures: [{ code: 'draft.entry', place: bad.id }] });
    expect(await everything(database)).toBe(before);
  });

  it('is refused and named where it has lost its whole log', async () => {
    const database = await open();
    const draft = await newDraft(database);
    await database.entries.clear();
    expect(codesOf(await openDraft(database, draft))).toEqual(['draft.row']);
    expect(valueOf(await damagedDrafts(database))).toEqual([{ id: draft, title: '' }]);
  });

  it('is refused where its policy or settings are not those that it names; nothing is changed', async () => {
    const database = await open();
    const draft = await newDraft(database);
    for (const sha256 of [pins.policy, pins.settings]) {
      const kept = await database.pinned.get(sha256);
      if (!kept) throw new Error('nothing is pinned');
      const text = new TextDecoder().decode(kept.bytes);
      const other = utf8(text.replace(/"(title|council)":(\{"en":)?"/, '$&Another '));
      expect(other).not.toEqual(kept.bytes);
      for (const put of [() => database.pinned.put({ ...kept, bytes: other }), () => database.pinned.delete(sha256)]) {
        await put();
        const before = await everything(database);
        expect(await openDraft(database, draft)).toMatchObject({ failures: [{ code: 'draft.pinned', place: sha256 }] });
        expect(await everything(database)).toBe(before);
      }
      await database.pinned.put(kept);
      expect((await openDraft(database, draft)).ok).toBe(true);
    }
  });

  it('takes its evidence and pinned copies with it, save those that another draft needs', async () => {
    const database = await open();
    const [draft, other] = [await newDraft(database), await newDraft(database)];
    const file = async (byte: number): Promise<{ name: string; type: string; size: number; sha256: string }> => {
      const bytes = new Uint8Array([byte]);
      valueOf(await keepFile(database, { sha256: sha256Hex(bytes), bytes }));
      return { name: `${byte}.pdf`, type: 'application/pdf', size: 1, sha256: sha256Hex(bytes) };
    };
    const [own, replaced, shared, typed, othersTyped] = await Promise.all([1, 2, 3, 4, 5].map(file));
    if (!own || !replaced || !shared || !typed || !othersTyped) throw new Error('no files');
    const given = (of: string, counter: number, value: readonly unknown[]): Entry =>
      ({ ...answer(of, counter, 'a', ''), value }) as Entry;
    valueOf(await give(database, draft, [given(draft, 2, [replaced]), given(draft, 3, [own, shared])]));
    valueOf(await give(database, other, [given(other, 2, [shared]), given(other, 3, [])]));
    for (const [of, raw] of [
      [draft, [typed]],
      [other, [othersTyped]],
    ] as const)
      valueOf(await keepPending(database, { draft: of, field: 'a', tab: 'tab', raw, at: at(5) }));
    valueOf(await deleteDrafts(database, [draft]));
    const files = await database.files.toCollection().primaryKeys();
    expect(new Set(files)).toEqual(new Set([shared.sha256, othersTyped.sha256]));
    expect((await openDraft(database, other)).ok).toBe(true);
    valueOf(await deleteDrafts(database, [other]));
    expect(await Promise.all([database.files.count(), database.pinned.count()])).toEqual([0, 0]);
  });

  it('stays whole where deleting it fails half-way', async () => {
    const database = await open();
    const draft = await newDraft(database);
    valueOf(await give(database, draft, [answer(draft, 2, 'a', 'one')]));
    const before = await everything(database);
    database.pinned.hook('deleting', () => {
      throw new Error('the disk is gone');
    });
    expect(codesOf(await deleteDrafts(database, [draft]))).toEqual(['storage.damaged']);
    expect(await everything(database)).toBe(before);
  });

  it('stands in the list, the latest first', async () => {
    const database = await open();
    const [early, late, middle] = [
      await newDraft(database, 1),
      await newDraft(database, 9),
      await newDraft(database, 5),
    ];
    expect(valueOf(await listDrafts(database)).rows.map((row) => row.id)).toEqual([late, middle, early]);
  });

  it('goes with its log and what was being typed; other drafts and signed records stay', async () => {
    const database = await open();
    const [draft, other] = [await newDraft(database), await newDraft(database)];
    valueOf(await give(database, draft, [answer(draft, 2, 'a', 'one')]));
    for (const one of [draft, other])
      valueOf(await keepPending(database, { draft: one, field: 'a', tab: 'tab', raw: 'typed', at: at(3) }));
    const record = {
      id: 'r',
      draft,
      kind: 'record' as const,
      signedAt: at(4),
      fileName: 'r.pdf',
      pdf: new Uint8Array([1]),
    };
    valueOf(await keepRecord(database, record));
    valueOf(await deleteDrafts(database, [draft]));
    expect(codesOf(await openDraft(database, draft))).toEqual(['storage.unknown-draft']);
    expect(await database.entries.where('draft').equals(draft).count()).toBe(0);
    expect(valueOf(await pendingOf(database, draft))).toEqual([]);
    expect(valueOf(await recordsOf(database, draft))).toEqual([record]);
    expect(valueOf(await openDraft(database, other)).log).toHaveLength(1);
    expect(valueOf(await pendingOf(database, other))).toHaveLength(1);
  });
});

describe('what is given', () => {
  it('takes the place of what was being typed in the same field and tab, and of nothing else', async () => {
    const database = await open();
    const draft = await newDraft(database);
    for (const [field, tab] of [
      ['a', 'tab'],
      ['a', 'other'],
      ['b', 'tab'],
    ] as const)
      valueOf(await keepPending(database, { draft, field, tab, raw: 'typed', at: at(1) }));
    valueOf(await give(database, draft, [answer(draft, 2, 'a', 'typed')]));
    const left = valueOf(await pendingOf(database, draft)).map(({ field, tab }) => `${field} ${tab}`);
    expect(left.toSorted()).toEqual(['a other', 'b tab']);
    expect(valueOf(await openDraft(database, draft)).row).toMatchObject({ title: 'Marquee', updatedAt: at(30) });
  });

  it('lets a damaged draft keep no other from being listed, and names it', async () => {
    const database = await open();
    const [draft, entry] = [await newDraft(database), await newDraft(database)];
    const [shapeless, dateless] = [id(), id()];
    await database.drafts.add({ id: shapeless, title: {}, updatedAt: at(2) } as never);
    await database.drafts.add({ id: dateless, title: 'No date' } as never);
    await database.entries.add({ ...answer(entry, 2, 'a', 'one'), counter: -2 });
    const { rows, damaged } = valueOf(await listDrafts(database));
    expect(new Set(rows.map((row) => row.id))).toEqual(new Set([draft, entry]));
    expect(valueOf(await damagedDrafts(database))).toEqual([{ id: entry, title: '' }]);
    expect(codesOf(await openDraft(database, shapeless))).toEqual(['draft.row']);
    expect(codesOf(await openDraft(database, entry))).toEqual(['draft.entry']);
    expect(new Set(damaged)).toEqual(
      new Set([
        { id: shapeless, title: '' },
        { id: dateless, title: 'No date' },
      ]),
    );
  });

  it('comes after what another tab has given meanwhile, and brings that back with it', async () => {
    const database = await open();
    const draft = await newDraft(database);
    const [one, two] = [answer(draft, 2, 'a', 'one tab'), answer(draft, 2, 'a', 'another')];
    valueOf(await give(database, draft, [one]));
    const log = valueOf(await give(database, draft, [two]));
    expect(log.map(({ id: entry, counter }) => [entry, counter]).slice(1)).toEqual([
      [one.id, 2],
      [two.id, 3],
    ]);
    expect(valueOf(await openDraft(database, draft)).log).toEqual(log);
  });

  it('is written whole or not at all', async () => {
    const database = await open();
    const draft = await newDraft(database);
    const once = answer(draft, 2, 'a', 'one');
    valueOf(await give(database, draft, [once]));
    valueOf(await keepPending(database, { draft, field: 'b', tab: 'tab', raw: 'typed', at: at(1) }));
    const before = await everything(database);
    expect((await give(database, draft, [answer(draft, 3, 'b', 'two'), once])).ok).toBe(false);
    expect(await everything(database)).toBe(before);
  });

  it('is on the disk before it is said to be saved: every change asks for strict durability', async () => {
    const begin = vi.spyOn(IDBDatabase.prototype, 'transaction'); // before Dexie binds it
    const database = await open();
    begin.mockClear();
    const draft = await newDraft(database);
    valueOf(await give(database, draft, [answer(draft, 2, 'a', 'one')]));
    valueOf(await keepPending(database, { draft, field: 'a', tab: 'tab', raw: 'typed', at: at(1) }));
    const begun = begin.mock.results.map(({ value }) => value as IDBTransaction);
    const changes = begun.filter(({ mode }) => mode === 'readwrite');
    expect(changes.map(({ durability }) => durability)).toEqual(['strict', 'strict', 'strict']);
    keepAtOnce(database, { draft, field: 'a', tab: 'tab', raw: 'typed too', at: at(2) });
    expect(begin.mock.results.at(-1)).toMatchObject({ value: { mode: 'readwrite', durability: 'strict' } });
    expect(valueOf(await pendingOf(database, draft)).map(({ raw }) => raw)).toEqual(['typed too']);
  });

  it('can be withdrawn, and not a word of it is left', async () => {
    const database = await open();
    const draft = await newDraft(database);
    const named = answer(draft, 2, 'a', 'Jane Doe');
    valueOf(await give(database, draft, [named]));
    valueOf(await keepPending(database, { draft, field: 'a', tab: 'tab', raw: 'Jane Doe too', at: at(3) }));
    valueOf(await withdrawEntry(database, named, () => ({ title: '', updatedAt: at(4) })));
    expect(valueOf(await openDraft(database, draft)).log.at(-1)).toMatchObject({
      kind: 'withdrawn',
      id: named.id,
      field: 'a',
      at: named.at,
    });
    expect(await everything(database)).not.toContain('Jane Doe');
  });
});

it('what is being typed is one row for each field and tab, the latest last', async () => {
  const database = await open();
  const draft = await newDraft(database);
  for (const [raw, tab, minute] of [
    ['ab', 'tab', 1],
    ['abc', 'other', 3],
    ['abcd', 'tab', 2],
  ] as const)
    valueOf(await keepPending(database, { draft, field: 'a', tab, raw, at: at(minute) }));
  expect(valueOf(await pendingOf(database, draft)).map(({ raw }) => raw)).toEqual(['abcd', 'abc']);
});

describe('a database', () => {
  it('holds its schema version from the first opening', async () => {
    const database = await open();
    expect(await database.meta.get('schema')).toEqual({ key: 'schema', value: schemaVersion });
  });

  it('of a later schema is refused, and left as it is', async () => {
    const database = await open();
    await newDraft(database);
    await database.meta.put({ key: 'schema', value: schemaVersion + 1 });
    const before = await everything(database);
    expect(await openDatabase(database.name, () => undefined)).toMatchObject({
      failures: [{ code: 'storage.too-new', params: { found: schemaVersion + 1, known: schemaVersion } }],
    });
    expect(await everything(database)).toBe(before);
  });

  it('that another tab upgrades closes and stays closed, and its owner is told', async () => {
    const told = vi.fn();
    const database = await open(undefined, told);
    const draft = await newDraft(database);
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.open(database.name, 1_000_000);
      request.addEventListener('success', () => {
        request.result.close();
        resolve();
      });
      request.addEventListener('blocked', () => reject(new Error('the first tab holds on')));
    });
    expect(told).toHaveBeenCalledOnce();
    expect(codesOf(await give(database, draft, [answer(draft, 2, 'a', 'late')]))).toEqual([
      'storage.upgraded-elsewhere',
    ]);
    expect(database.isOpen()).toBe(false);
  });

  it('that is full says so', async () => {
    const full = await attempt(() => Promise.reject(new DOMException('', 'QuotaExceededError')));
    expect(codesOf(full)).toEqual(['storage.full']);
  });
});

describe('beside the drafts', () => {
  it('a profile keeps its id, and two tabs that make one at once end with the same', async () => {
    const database = await open();
    const [one, two] = await Promise.all([profileId(database, id()), profileId(database, id())]);
    expect(valueOf(one)).toBe(valueOf(two));
    expect(valueOf(await profileId(database, id()))).toBe(valueOf(one));
  });

  it('a key comes back after a restart, signs, and cannot be taken out', async () => {
    const first = await open();
    const { privateKey } = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign']);
    const shared = {
      privateKey,
      certificate: new Uint8Array([1]),
      algorithm: 'ES256',
      job: 'Officer',
      service: 'Parks',
    } as const;
    valueOf(await keepKey(first, { ...shared, id: 'a', name: 'Early', createdAt: at(1) }));
    valueOf(await keepKey(first, { ...shared, id: 'b', name: 'Late', createdAt: at(2) }));
    first.close({ disableAutoOpen: true });
    const keys = valueOf(await listKeys(await open(first.name)));
    expect(keys.map(({ name }) => name)).toEqual(['Late', 'Early']);
    const [{ privateKey: kept } = shared] = keys;
    await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, kept, new Uint8Array([1]));
    await expect(crypto.subtle.exportKey('pkcs8', kept)).rejects.toThrow();
  });

  it('signed records are all kept, the latest first', async () => {
    const database = await open();
    for (const [record, minute] of [
      ['early', 1],
      ['late', 3],
      ['middle', 2],
    ] as const) {
      const row = {
        id: record,
        draft: id(),
        kind: 'record' as const,
        signedAt: at(minute),
        fileName: 'r.pdf',
        pdf: new Uint8Array([minute]),
      };
      valueOf(await keepRecord(database, row));
    }
    expect(valueOf(await listRecords(database)).map((row) => row.id)).toEqual(['late', 'middle', 'early']);
  });

  it('evidence lies under its hash, and what is not there is left out', async () => {
    const database = await open();
    const bytes = new Uint8Array([1, 2, 3]);
    const sha256 = sha256Hex(bytes);
    valueOf(await keepFile(database, { sha256, bytes }));
    expect(valueOf(await filesOf(database, [sha256, '0'.repeat(64)]))).toEqual(new Map([[sha256, bytes]]));
  });
});
