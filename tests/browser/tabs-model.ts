import { replay } from '../../src/assessment/assessment';
import { type Entry, latestAnswers, ordered } from '../../src/assessment/log';
import { createAfterPaint } from '../../src/app/after-paint';
import { type Change, openSession, type Session } from '../../src/features/assess/session';
import type { Services } from '../../src/services';
import type { Database } from '../../src/storage/database';
import { openDraft, pendingOf } from '../../src/storage/drafts';
import { watchLog } from '../../src/storage/watch';
import { at, id, newDraft, open, valueOf } from './kept';

/** What somebody does in a tab with the draft open. */
type Act =
  | { readonly kind: 'answer' | 'clear' | 'note' | 'type'; readonly field: string }
  | { readonly kind: 'choose'; readonly field: string; readonly value: string }
  | { readonly kind: 'withdraw' };

/** What one tab does next, and whether that is waited for before anything else happens. */
export interface Step {
  readonly tab: 0 | 1;
  readonly wait: boolean;
  readonly deed: Act | { readonly kind: 'reload' | 'close' | 'upgrade' };
}

/** A tab as long as it is open: its own connection to the database, and its own session. */
interface Tab {
  readonly database: Database;
  readonly session: Session;
  /** Texts given and not yet said to be saved. */
  readonly given: Set<string>;
  readonly end: () => void;
  isSuperseded: boolean;
}

/** Two tabs with the same draft, and what they have said to be saved. Any wrong claim is in `faults`. */
export const twoTabs = async () => {
  const first = await open();
  const draft = await newDraft(first);
  const saved = new Set<string>();
  const withdrawn = new Set<string>();
  const seen = new Set<string>();
  const faults: string[] = [];
  const works: Promise<unknown>[] = [];
  const tabs: (Tab | undefined)[] = [];
  let [texts, native] = [0, first.backendDB().version];

  const onDisk = async (): Promise<readonly Entry[]> => {
    const reading = await open(first.name);
    const log = await reading.entries.where('draft').equals(draft).toArray();
    reading.close({ disableAutoOpen: true });
    return ordered(log);
  };

  const openTab = async (): Promise<Tab> => {
    const found: { tab?: Tab } = {};
    const database = await open(first.name, () => {
      if (found.tab) found.tab.isSuperseded = true;
    });
    const opened = valueOf(await openDraft(database, draft));
    const services = {
      clock: () => at(texts % 60),
      random: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
      tab: id(),
      afterPaint: createAfterPaint(5),
    } as unknown as Services;
    const session = openSession(
      services,
      { ...opened, database },
      valueOf(await pendingOf(database, draft)),
      'a'.repeat(26),
    );
    const given = new Set<string>();
    session.subscribe(() => {
      if (session.saving().state !== 'saved') return;
      for (const text of given) saved.add(text);
      given.clear();
    });
    const unwatch = watchLog(database, draft, session.seeOthers);
    found.tab = {
      database,
      session,
      given,
      isSuperseded: false,
      end: () => {
        unwatch();
        database.close({ disableAutoOpen: true });
      },
    };
    return found.tab;
  };
  const tabAt = async (number: 0 | 1): Promise<Tab> => (tabs[number] ??= await openTab());
  const close = (number: 0 | 1): void => {
    tabs[number]?.end();
    tabs[number] = undefined;
  };

  /** Another tab with a newer app. The number that the browser counts goes up; ours stays, so that the tabs can come back. */
  const upgrade = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const request = indexedDB.open(first.name, ++native);
      request.addEventListener('error', () => reject(new Error('not upgraded')));
      request.addEventListener('success', () => {
        request.result.close();
        resolve();
      });
    });

  const give = async ({ session, given }: Tab, change: Change): Promise<void> => {
    const text = typeof change.value === 'string' && change.value.startsWith('text ') ? change.value : undefined;
    if (text !== undefined) given.add(text);
    await session.give([change], [change.field]);
  };

  const perform = async (tab: Tab, deed: Act): Promise<void> => {
    const { session } = tab;
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
      }
    }
  };

  /** Nothing that was on the disk is gone from it, and no two entries have one place. */
  const look = async (): Promise<readonly Entry[]> => {
    const log = await onDisk();
    const ids = new Set(log.map((entry) => entry.id));
    for (const one of seen) if (!ids.has(one)) faults.push(`the entry ${one} is gone`);
    for (const one of ids) seen.add(one);
    if (new Set(log.map((entry) => entry.counter)).size !== log.length) faults.push('two entries have one counter');
    return log;
  };

  return {
    faults,
    step: async ({ tab: number, deed, wait }: Step): Promise<void> => {
      switch (deed.kind) {
        case 'upgrade':
          return native % 10 === 9 ? undefined : upgrade();
        case 'close':
          return close(number);
        case 'reload':
          close(number);
          return void (await tabAt(number));
        default:
      }
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
    /** Lets everything come to rest, with both tabs open, and gives what is wrong then. */
    rest: async (): Promise<readonly string[]> => {
      await Promise.all(works);
      for (const number of [0, 1] as const) if (tabs[number]?.isSuperseded) close(number);
      const both = [await tabAt(0), await tabAt(1)];
      const log = await look();
      const shape = (entries: readonly Entry[]): string =>
        JSON.stringify(entries.map(({ id: own, counter, kind }) => [own, counter, kind]));
      for (const { session } of both) {
        const until = Date.now() + 5000;
        while (shape(session.assessment().log) !== shape(log) && Date.now() < until)
          await new Promise((resolve) => setTimeout(resolve, 5));
        if (shape(session.assessment().log) !== shape(log)) faults.push('a tab does not show what is on the disk');
        const again = replay(session.assessment().model, log);
        const { walked } = session.actor.getSnapshot().context;
        const path = (walk: typeof walked | undefined): string =>
          JSON.stringify([walk?.path.map((one) => [one.page.id, one.row]), [...(walk?.counted ?? [])], walk?.outcome]);
        if (path(walked) !== path(again?.walk)) faults.push('the screen does not show what the log comes to');
      }
      const words = new Set(log.flatMap((entry) => ('value' in entry ? [entry.value] : [])));
      const taken = log.filter((entry) => entry.kind === 'withdrawn').length;
      const lost = [...saved].filter((text) => !words.has(text));
      if (lost.length > taken) faults.push(`lost: ${lost.join(', ')}`);
      for (const one of withdrawn)
        if (log.find((entry) => entry.id === one)?.kind !== 'withdrawn') faults.push(`${one} came back`);
      for (const number of [0, 1] as const) close(number);
      first.close({ disableAutoOpen: true });
      return faults;
    },
    /** How many entries and how many different answers there are, to know that something was tried. */
    size: async (): Promise<readonly [number, number]> => {
      const log = await onDisk();
      return [log.length, latestAnswers(log).size];
    },
  };
};
