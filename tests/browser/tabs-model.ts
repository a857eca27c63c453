import { replay } from '../../src/assessment/assessment';
import { type Entry, latestAnswers, ordered, pinsOf } from '../../src/assessment/log';
import { standingOf } from '../../src/assessment/standing';
import { modelsOf, versionsOf } from '../../src/assessment/versions';
import { createAfterPaint } from '../../src/app/after-paint';
import { followOthers } from '../../src/features/assess/follow';
import { newerPolicy } from '../../src/features/assess/newer-policy';
import { type Change, openSession, type Session } from '../../src/features/assess/session';
import { sealedForm } from '../../src/policy/parse';
import { changeFailures } from '../../src/record/replay';
import type { Services } from '../../src/services';
import { carryOver, stayFrom } from '../../src/storage/carry-over';
import { earlierOf } from '../../src/storage/carry-over-pins';
import type { Database } from '../../src/storage/database';
import { changeDraft } from '../../src/storage/draft-list';
import { openDraft, type Standing } from '../../src/storage/drafts';
import { pendingOf } from '../../src/storage/pending';
import { at, id, newDraft, open, valueOf } from './kept';
import { colleague } from './tabs-colleague';
import { publishingSite, type Publishing } from './tabs-site';

/** What somebody does in a tab with the draft open. */
type Act =
  | { readonly kind: 'answer' | 'clear' | 'note' | 'type'; readonly field: string }
  | { readonly kind: 'choose'; readonly field: string; readonly value: string }
  | { readonly kind: 'withdraw' | 'carry' | 'stay' | 'bin' | 'hand' | 'return' };

/** What happens outside these tabs. */
type Event =
  | { readonly kind: 'reload' | 'close' | 'upgrade' | 'go-back' | 'offline' | 'online' | 'colleague-carries' }
  | { readonly kind: 'colleague'; readonly field: string }
  | ({ readonly kind: 'publish' } & Publishing);

/** What one tab does next, and whether that is waited for before anything else happens. */
export interface Step {
  readonly tab: 0 | 1;
  readonly wait: boolean;
  readonly deed: Act | Event;
}

/** A tab as long as it is open: its own connection to the database, and its own session. */
interface Tab {
  readonly database: Database;
  session: Session;
  /** Texts given and not yet said to be saved. */
  given: Set<string>;
  readonly end: () => void;
  isSuperseded: boolean;
}

const author = 'a'.repeat(26);

/** What the list says of a draft. */
const lineOf = ({ title, section, outcome }: Standing): string => JSON.stringify([title, section, outcome]);

/** Two tabs with the same draft, and what they have said to be saved. Any wrong claim is in `faults`. */
export const twoTabs = async () => {
  const first = await open();
  const draft = await newDraft(first);
  const saved = new Set<string>();
  const withdrawn = new Set<string>();
  const seen = new Map<string, string>();
  const faults: string[] = [];
  const works: Promise<unknown>[] = [];
  const tabs: (Tab | undefined)[] = [];
  const { site, ...publisher } = publishingSite();
  let texts = 0;

  const servicesOf = () =>
    ({
      clock: () => at(texts % 60),
      random: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
      tab: id(),
      afterPaint: createAfterPaint(5),
      site,
    }) as unknown as Services;
  const other = await colleague(draft, servicesOf());

  const reading = async <Value>(work: (database: Database) => Promise<Value>): Promise<Value> => {
    const database = await open(first.name);
    const value = await work(database);
    database.close({ disableAutoOpen: true });
    return value;
  };
  const onDisk = (): Promise<readonly Entry[]> =>
    reading(async ({ entries }) => ordered(await entries.where('draft').equals(draft).toArray()));

  /** A session of the draft as it lies on the disk; in the bin, somebody has to put it back first. */
  const begin = async (database: Database, services: Services) => {
    await changeDraft(database, draft, { deletedAt: undefined });
    const opened = valueOf(await openDraft(database, draft));
    const session = openSession(services, { ...opened, database }, valueOf(await pendingOf(database, draft)), author);
    const given = new Set<string>();
    session.subscribe(() => {
      if (session.saving().state !== 'saved') return;
      for (const text of given) saved.add(text);
      given.clear();
    });
    return { session, given };
  };

  const openTab = async (): Promise<Tab> => {
    const found: { tab?: Tab } = {};
    const services = servicesOf();
    const database = await open(first.name, () => {
      if (found.tab) found.tab.isSuperseded = true;
    });
    let end = (): void => undefined;
    const follow = (session: Session): void => {
      end = followOthers(session, () => {
        end();
        const again = begin(database, services).then((next) => {
          if (found.tab) Object.assign(found.tab, next);
          follow(next.session);
        });
        // Where the draft is in the bin by then, or the tab is superseded, it says so; whoever reads that opens it anew.
        works.push(again.catch(() => tabs.forEach((one, number) => one === found.tab && close(number as 0 | 1))));
      });
    };
    const begun = await begin(database, services);
    found.tab = {
      ...begun,
      database,
      isSuperseded: false,
      end: () => {
        end();
        database.close({ disableAutoOpen: true });
      },
    };
    follow(begun.session);
    return found.tab;
  };
  const tabAt = async (number: 0 | 1): Promise<Tab> => (tabs[number] ??= await openTab());
  const close = (number: 0 | 1): void => {
    tabs[number]?.end();
    tabs[number] = undefined;
  };

  /** Another tab with a newer app. All others let go of the database; the upgrade then fails, so that they can come back. */
  const upgrade = (): Promise<void> =>
    new Promise((resolve) => {
      const request = indexedDB.open(first.name, 1_000_000);
      request.addEventListener('upgradeneeded', () => request.transaction?.abort());
      request.addEventListener('error', () => resolve());
    });

  const give = async ({ session, given }: Tab, change: Change): Promise<void> => {
    const text = typeof change.value === 'string' && change.value.startsWith('text ') ? change.value : undefined;
    if (text !== undefined) given.add(text);
    await session.give([change], [change.field]);
  };

  const perform = async (tab: Tab, deed: Act): Promise<unknown> => {
    const { database, session } = tab;
    switch (deed.kind) {
      case 'answer':
        return give(tab, { field: deed.field, value: `text ${++texts}` });
      case 'choose':
        return give(tab, { field: deed.field, value: deed.value });
      case 'clear':
        return give(tab, { field: deed.field, value: undefined });
      case 'note':
        return give(tab, { field: deed.field, value: `text ${++texts}`, note: true });
      case 'type':
        return session.keep(deed.field, `typed ${++texts}`);
      case 'withdraw': {
        const entry = session.assessment().log.findLast((one) => one.kind === 'answered');
        if (entry?.kind !== 'answered') return;
        await session.withdraw(entry);
        if (session.saving().state === 'saved') withdrawn.add(entry.id);
        return;
      }
      case 'carry': {
        const newer = await newerPolicy({ site }, session);
        const stamp = { id: id(), draft, author, device: author, at: at(texts % 60) };
        return newer && carryOver(database, session.assessment().model, newer.model, stamp);
      }
      case 'stay':
        return stayFrom(database, draft, 'f'.repeat(64));
      case 'bin':
        return changeDraft(database, draft, { deletedAt: at(texts % 60) });
      case 'hand':
        return faults.push(...(await other.send(database).catch(() => [])));
      case 'return':
        return faults.push(...(await other.giveBack(database).catch(() => [])));
    }
  };

  const happen = async (number: 0 | 1, deed: Event): Promise<unknown> => {
    switch (deed.kind) {
      case 'upgrade':
        return upgrade();
      case 'close':
        return close(number);
      case 'reload':
        close(number);
        return tabAt(number);
      case 'publish':
        return publisher.publish(deed);
      case 'go-back':
        return publisher.goBack();
      case 'offline':
      case 'online':
        return publisher.goOffline(deed.kind === 'offline');
      case 'colleague-carries':
        return other.carry();
      case 'colleague': {
        const text = `text ${++texts}`;
        if (await other.give(deed.field, text)) theirs.add(text);
      }
    }
  };
  /** What the colleague was told is saved: it has to be here once it has come back. */
  const theirs = new Set<string>();

  /** Nothing that was on the disk is gone from it or has become something else, and no two entries of a device have one place. */
  const look = async (): Promise<readonly Entry[]> => {
    const log = await onDisk();
    const now = new Map(log.map((entry) => [entry.id, entry] as const));
    for (const [one, was] of seen) {
      const entry = now.get(one);
      if (!entry) faults.push(`the entry ${one} is gone`);
      else if (entry.kind !== 'withdrawn' && JSON.stringify(entry) !== was) faults.push(`the entry ${one} is another`);
    }
    for (const entry of log) seen.set(entry.id, JSON.stringify(entry));
    const places = new Set(log.map(({ device, counter }) => `${device} ${counter}`));
    if (places.size !== log.length) faults.push('two entries have one counter');
    return log;
  };

  return {
    faults,
    step: async ({ tab: number, deed, wait }: Step): Promise<void> => {
      if (!isAct(deed)) return void (await happen(number, deed));
      const tab = await tabAt(number);
      const work = perform(tab, deed);
      works.push(work.catch((error: unknown) => faults.push(String(error))));
      if (wait) {
        await work;
        await look();
        if (tab.isSuperseded && tab.given.size > 0 && tab.session.saving().state === 'saved')
          faults.push('an old tab says that it has saved');
      }
    },
    /** Lets everything come to rest, with both tabs open and the colleague's work back, and gives what is wrong then. */
    rest: async (): Promise<readonly string[]> => {
      while (works.length > 0) await Promise.all(works.splice(0));
      faults.push(...(await reading(other.giveBack)));
      for (const number of [0, 1] as const) if (tabs[number]?.isSuperseded) close(number);
      const both = [await tabAt(0), await tabAt(1)];
      const log = await look();
      const shape = (entries: readonly Entry[]): string =>
        JSON.stringify(entries.map(({ id: own, counter, kind }) => [own, counter, kind]));
      for (const tab of both) {
        const isThere = (): boolean =>
          shape(tab.session.assessment().log) === shape(log) && tab.session.draft.policy === pinsOf(log)?.policy;
        const until = Date.now() + 5000;
        while (!isThere() && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 5));
        const { session } = tab;
        const { model } = session.assessment();
        if (!isThere()) faults.push('a tab does not show what is on the disk');
        if (sealedForm(model.policy).sha256 !== pinsOf(log)?.policy) faults.push('a tab is under another version');
        const again = replay(model, log);
        const { walked } = session.actor.getSnapshot().context;
        const path = (walk: typeof walked | undefined): string =>
          JSON.stringify([walk?.path.map((one) => [one.page.id, one.row]), [...(walk?.counted ?? [])], walk?.outcome]);
        if (path(walked) !== path(again?.walk)) faults.push('the screen does not show what the log comes to');
        const row = await reading(({ drafts }) => drafts.get(draft));
        const standing = again && standingOf(again);
        if (standing && row && log.length > 1 && lineOf(row as Standing) !== lineOf(standing))
          faults.push(`the list says ${lineOf(row as Standing)}, not ${lineOf(standing)}`);
      }
      const model = both[0]?.session.assessment().model;
      const earlier = await reading((database) => earlierOf(database, log));
      if (!earlier.ok || !model) faults.push('a version that the draft stood on is not kept');
      else {
        const forms = [model.policy, model.settings].map((one) => [sealedForm(one).sha256, one] as const);
        const proof = changeFailures(log, modelsOf(versionsOf(log), new Map([...earlier.value, ...forms])));
        faults.push(...proof.map(({ code, place }) => `${code} ${place}`));
      }
      const words = new Set(log.flatMap((entry) => ('value' in entry ? [entry.value] : [])));
      const taken = log.filter((entry) => entry.kind === 'withdrawn').length;
      const lost = [...saved, ...theirs].filter((text) => !words.has(text));
      if (lost.length > taken) faults.push(`lost: ${lost.join(', ')}`);
      for (const one of withdrawn)
        if (log.find((entry) => entry.id === one)?.kind !== 'withdrawn') faults.push(`${one} came back`);
      for (const number of [0, 1] as const) close(number);
      other.close();
      first.close({ disableAutoOpen: true });
      return faults;
    },
    /** How many entries, different answers, versions and devices there are, to know that something was tried. */
    size: async () => {
      const log = await onDisk();
      return {
        entries: log.length,
        answers: latestAnswers(log).size,
        changes: versionsOf(log).length - 1,
        colleagues: log.filter(({ device }) => device.startsWith('ccc')).length,
      };
    },
  };
};

const acts: ReadonlySet<string> = new Set<Act['kind']>([
  'answer',
  'clear',
  'note',
  'type',
  'choose',
  'withdraw',
  'carry',
  'stay',
  'bin',
  'hand',
  'return',
]);
const isAct = (deed: Step['deed']): deed is Act => acts.has(deed.kind);
