import { createContext, use, useEffect, useState } from 'react';
import type { IsoTime } from './base/calendar';
import type { Randomness } from './base/ids';
import type { Result } from './base/result';
import type { PolicyCode, SettingsCode } from './policy/parse';
import type { Policy } from './policy/schema';
import type { Settings } from './policy/settings';
import type { Database, RecordKind } from './storage/database';
import type { DraftListing } from './storage/draft-list';
import type { Draft, DraftCode } from './storage/drafts';
import type { LockCode } from './storage/lock';
import type { Sealing } from './storage/lock-seal';
import type { StorageCode } from './storage/open';
import type { RecordLine } from './storage/records';
import type { Pages } from './verify/pages';
import type { Verdict } from './verify/verdict';

export type LoadCode =
  PolicyCode | SettingsCode | 'load.unreachable' | 'load.index' | 'load.changed' | 'address.unknown';

/** A site's newest policies and the settings that hold. */
export interface Site {
  readonly policies: readonly Policy[];
  readonly settings: Settings;
}

/** What a site publishes, to be compared with what a record was made under. */
export interface Published {
  /** Of the policy asked for the same version, or else the newest; none where the site has no such policy. */
  readonly policy: Policy | undefined;
  readonly settings: Settings;
}

/** The fonts and the colour profile of the record. */
export interface PrintAssets {
  readonly fonts: { readonly regular: Uint8Array<ArrayBuffer>; readonly bold: Uint8Array<ArrayBuffer> };
  readonly icc: Uint8Array<ArrayBuffer>;
}

/** A file being verified. */
export interface Verifying {
  /** Never rejects. */
  readonly result: Promise<Verdict>;
  readonly cancel: () => void;
}

/** Work that an answer leaves behind, such as writing it: begun once the next question is on the screen, in its order. */
export interface AfterPaint {
  readonly add: <Value>(work: () => Promise<Value>) => Promise<Value>;
  /** Begins all that waits: another screen is about to read what it writes. */
  readonly now: () => void;
}

/** What the browser says of the disk that it keeps everything on. Whatever it does not say is undefined. */
export interface Disk {
  /** Whether it has promised to keep everything until the person deletes it. */
  readonly isKept: () => Promise<boolean | undefined>;
  /** Asks it to promise that; whether it has. Some browsers ask the person. */
  readonly askToKeep: () => Promise<boolean>;
  /** In bytes. */
  readonly room: () => Promise<{ readonly used: number; readonly left: number } | undefined>;
}

/** Whether what this browser keeps is encrypted; `locked` until the passphrase is given in this tab. */
export type LockState = 'none' | 'locked' | 'unlocked';

/** What is done with the lock. */
export interface LockKeeper {
  readonly unlock: (passphrase: string) => Promise<Result<void, LockCode>>;
  readonly set: (passphrase: string) => Promise<Result<void, LockCode>>;
  readonly change: (passphrase: string, next: string) => Promise<Result<void, LockCode>>;
  readonly remove: (passphrase: string) => Promise<Result<void, LockCode>>;
  /** Locks this tab, unless it holds what is not saved: whether it does. */
  readonly now: () => Promise<boolean>;
  /** Asks for the passphrase, where something was found to need it. */
  readonly ask: () => void;
  /** What makes rows readable, once it was given in this tab. */
  readonly sealing: () => Sealing | undefined;
}

/** The lock on what this browser keeps. Its key lies in the memory of this tab alone. */
export interface Lock {
  readonly read: () => LockState;
  readonly watch: (heard: () => void) => () => void;
  readonly keeper: () => Promise<LockKeeper>;
}

/** A draft that is open. */
export interface OpenDraft extends Draft {
  readonly database: Database;
}

/** Everything that comes from outside the program. Made in the composition roots; tests hand in their own. */
export interface Services {
  /** The device's clock and zone: `2026-11-22T10:15:00+00:00`. */
  readonly clock: () => IsoTime;
  readonly random: Randomness;
  /** Absent on plain http, where nothing can be signed. */
  readonly subtle: SubtleCrypto | undefined;
  /** The app's own version. */
  readonly version: string;
  /** An id of this tab, for what is being typed in it. */
  readonly tab: string;
  /** The ids of all tabs that are open; on plain http, where they do not know of each other, none. */
  readonly openTabs: () => Promise<ReadonlySet<string>>;
  readonly database: () => Promise<Result<Database, StorageCode>>;
  /** All drafts, the latest first, and those that cannot be read. What has been in the bin too long is gone then. */
  readonly drafts: () => Promise<Result<DraftListing, StorageCode>>;
  /** Every record signed in this browser, the latest first. */
  readonly records: () => Promise<Result<readonly RecordLine[], StorageCode>>;
  /** Begins an assessment under the newest version of a policy; its id. */
  readonly beginDraft: (policy: string, kind: RecordKind) => Promise<Result<string, LoadCode | StorageCode>>;
  readonly afterPaint: AfterPaint;
  readonly lock: Lock;
  readonly disk: () => Promise<Disk>;
  /** A draft with its log, and the database that it lies in. */
  readonly openDraft: (id: string) => Promise<Result<OpenDraft, DraftCode>>;
  readonly site: () => Promise<Result<Site, LoadCode>>;
  readonly published: (policy: {
    readonly id: string;
    readonly version: string;
  }) => Promise<Result<Published, LoadCode>>;
  readonly printAssets: () => Promise<PrintAssets>;
  /** Verifies a PDF under the certificates in PEM texts, off the page's own thread, for 10 seconds at most. */
  readonly verify: (pdf: Uint8Array<ArrayBuffer>, trust: readonly string[]) => Verifying;
  /** Draws the pages of a PDF that was verified. */
  readonly pages: (pdf: Uint8Array<ArrayBuffer>) => Promise<Pages>;
  /** Posts an RFC 3161 query to a path of the app's own origin; the answer, unread. */
  readonly timestamp: (
    path: string,
    query: Uint8Array<ArrayBuffer>,
  ) => Promise<Result<Uint8Array<ArrayBuffer>, 'timestamp.unreachable' | 'timestamp.slow'>>;
  /** Hands a file to the person, as a download. */
  readonly handOver: (name: string, type: string, bytes: Uint8Array<ArrayBuffer>) => void;
  /** Puts a text on the clipboard; false where the browser does not let the page. */
  readonly copy: (text: string) => Promise<boolean>;
}

const ServicesContext = createContext<Services | undefined>(undefined);

export const ServicesProvider = ServicesContext.Provider;

export const useServices = (): Services => {
  const services = use(ServicesContext);
  if (!services) throw new Error('no services are provided');
  return services;
};

/** The site's policies and settings, or why they could not be read; undefined until they are there. */
export const useSite = (): Result<Site, LoadCode> | undefined => {
  const { site } = useServices();
  const [loaded, setLoaded] = useState<Result<Site, LoadCode>>();
  useEffect(() => void site().then(setLoaded), [site]);
  return loaded;
};
