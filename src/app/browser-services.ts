import type { IsoTime } from '../base/calendar';
import { newId } from '../base/ids';
import { fail, type Result, succeed } from '../base/result';
import type { LoadCode, PrintAssets, Services, Site } from '../services';
import type { Database } from '../storage/database';
import type { StorageCode } from '../storage/open';
import { createAfterPaint } from './after-paint';
import { createHeld } from './held';

const two = (value: number): string => String(value).padStart(2, '0');

/** The device's clock with its offset from UTC. */
const clock = (): IsoTime => {
  const now = new Date();
  const offset = -now.getTimezoneOffset();
  const [sign, ahead] = [offset < 0 ? '-' : '+', Math.abs(offset)];
  const local = new Date(now.getTime() + offset * 60_000);
  return `${local.toISOString().slice(0, 19)}${sign}${two(Math.floor(ahead / 60))}:${two(ahead % 60)}`;
};

/** Absent on plain http, whatever its type says. */
const { subtle } = crypto as { readonly subtle?: SubtleCrypto };

const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));

/** Where policies and settings lie. */
export const siteFolder = './decision-trees/';

/** How long a file may take, in milliseconds: a network may be there and pass nothing on. */
const patience = 120_000;

/** A file of the site, as it is now. Throws where there is none, no network, or one that passes nothing on. */
export const fetchFile = async (path: string): Promise<Uint8Array<ArrayBuffer>> => {
  const response = await fetch(path, { cache: 'no-cache', signal: AbortSignal.timeout(patience) });
  if (!response.ok) throw new Error(`${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
};

const once = <Value>(make: () => Promise<Value>): (() => Promise<Value>) => {
  let made: Promise<Value> | undefined;
  return () => (made ??= make());
};

const printAssets = once(async (): Promise<PrintAssets> => {
  const { bold, icc, regular } = await import('../pdf/assets/addresses');
  const [regularBytes, boldBytes, profile] = await Promise.all([regular, bold, icc].map(fetchFile));
  if (!regularBytes || !boldBytes || !profile) throw new Error('a font is missing');
  return { fonts: { regular: regularBytes, bold: boldBytes }, icc: profile };
});

const handOver: Services['handOver'] = (name, type, bytes) => {
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};

/** Both are absent on plain http, whatever their types say. */
const locks = navigator.locks as LockManager | undefined;
const clipboard = navigator.clipboard as Clipboard | undefined;

const copy: Services['copy'] = async (text) =>
  clipboard?.writeText(text).then(
    () => true,
    () => false,
  ) ?? false;

/** Someone new has no database yet, and need not wait for its code. */
const isNew = async (): Promise<boolean> => (await indexedDB.databases?.().catch(() => undefined))?.length === 0;

/** What the build made: the app's version, and the address of the worker that verifies. */
export interface Built {
  readonly version: string;
  readonly verifyWorker: string;
}

/**
 * Everything from outside, in a browser. The database is fetched when first asked for, and with it the screens of the first
 * question.
 */
export const browserServices = (
  { version, verifyWorker }: Built,
  onSuperseded: () => void,
  firstQuestion: () => Promise<unknown>,
): Services => {
  const tab = newId(random);
  // Held for as long as the page lives, so that others can tell that it does.
  void locks?.request(tab, () => new Promise<never>(() => {})).catch(() => undefined);
  const storage = () => import('../storage/open');
  const drafts = () => import('../storage/drafts');
  const afterPaint = createAfterPaint();
  const held = createHeld();
  const keeper = async () => (await import('./lock')).lockKeeper(held, { subtle, random, database, afterPaint });
  const database = async (): Promise<Result<Database, StorageCode>> =>
    held.once(async () => {
      const { databaseName, openDatabase } = await storage();
      const opened = await openDatabase(databaseName, onSuperseded, held.seal());
      return opened.ok || opened.failures[0]?.code !== 'storage.locked' ? opened : (await keeper()).found(opened);
    });
  const site = once(async (): Promise<Result<Site, LoadCode>> => {
    const { currentSite } = await import('./site');
    return currentSite(fetchFile, siteFolder);
  });
  let verify: Services['verify'] | undefined;
  void site(); // before the first screen is drawn: every screen waits for it
  return {
    clock,
    random,
    subtle,
    version,
    tab,
    openTabs: async () => new Set((await locks?.query().catch(() => undefined))?.held?.map(({ name = '' }) => name)),
    database,
    afterPaint,
    lock: { read: held.read, watch: held.watch, keeper },
    disk: async () => (await import('./disk')).disk,
    site,
    published: async (wanted) => {
      const loaded = await site();
      if (!loaded.ok) return loaded;
      const { publishedAs } = await import('./published');
      return succeed(await publishedAs(fetchFile, siteFolder, loaded.value, wanted));
    },
    printAssets,
    verify: (...asked) => {
      let isCancelled = false;
      let cancel = (): void => {
        isCancelled = true;
      };
      const result = import('./verify-service').then((module) => {
        verify ??= module.verifyService(verifyWorker, { clock, printAssets });
        const verifying = verify(...asked);
        ({ cancel } = verifying);
        if (isCancelled) cancel();
        return verifying.result;
      });
      return { result, cancel: () => cancel() };
    },
    pages: async (pdf) => (await import('./pages-service')).drawPages(verifyWorker, pdf),
    timestamp: async (...asked) => (await import('./timestamp-service')).postTimestamp(...asked),
    handOver,
    copy,
    records: async () => {
      if (await isNew()) return succeed([]);
      const open = await database();
      return open.ok ? (await import('../storage/records')).listRecords(open.value) : open;
    },
    drafts: async () => {
      if (await isNew()) return succeed({ rows: [], damaged: [] });
      const open = await database();
      if (!open.ok) return open;
      const { emptyBin, listDrafts } = await import('../storage/draft-list');
      await emptyBin(open.value, clock());
      return listDrafts(open.value);
    },
    openDraft: async (id) => {
      const open = await database();
      if (!open.ok) return open;
      const draft = await (await drafts()).openDraft(open.value, id);
      return draft.ok ? succeed({ ...draft.value, database: open.value }) : draft;
    },
    beginDraft: async (policyId, kind) => {
      void firstQuestion().catch(() => undefined); // fetched while the disk works
      const [loaded, open] = await Promise.all([site(), database()]);
      if (!loaded.ok) return loaded;
      if (!open.ok) return open;
      const policy = loaded.value.policies.find((one) => one.id === policyId);
      if (!policy) return fail('address.unknown', policyId);
      const { beginDraft } = await import('../storage/begin');
      const made = await beginDraft(
        open.value,
        { clock, random },
        {
          row: { partnership: newId(random), kind, title: '', untouched: tab },
          policy,
          settings: loaded.value.settings,
          ...(kind === 'practice' && { first: { practice: true } }),
        },
      );
      return made.ok ? succeed(made.value.id) : made;
    },
  };
};
