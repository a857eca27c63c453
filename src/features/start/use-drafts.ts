import { useCallback, useEffect, useState } from 'react';
import { newId } from '../../base/ids';
import type { Failure, Result } from '../../base/result';
import { useServices } from '../../services';
import type { Database } from '../../storage/database';
import {
  changeDraft,
  type DamagedDraft,
  damagedDrafts,
  deleteDrafts,
  type DraftLine,
  type DraftListing,
  duplicateDraft,
} from '../../storage/draft-list';
import { profileId } from '../../storage/profile';
import { type RecordLine } from '../../storage/records';
import { draftsStrings } from '../../strings/drafts';
import { type Keeping, keepToPeriods } from './retained';
import { longestDraftName, nameOf } from './shown-drafts';

/** What can be done with a draft in the list. */
export type Deed = keyof typeof draftsStrings.did;

/** What was done last, for the banner that says so. */
export interface Done {
  readonly deed: Deed;
  readonly draft: DraftLine;
  readonly name: string;
  /** Tells one from the next. */
  readonly number: number;
}

export interface Drafts extends DraftListing {
  readonly records: readonly RecordLine[];
  /** What the council's periods for keeping come to, where it has set any. */
  readonly keeping: Keeping | undefined;
}

/** The list of drafts and records, and what can be done with it. It is read again after each deed, and when the page is come back to. */
export const useDrafts = () => {
  const services = useServices();
  const [list, setList] = useState<Drafts>();
  /** Drafts with a damaged log, which is known only some time after the list is there. */
  const [unsound, setUnsound] = useState<readonly DamagedDraft[]>([]);
  const [failures, setFailures] = useState<readonly Failure[]>([]);
  const [done, setDone] = useState<Done>();

  const read = useCallback(async (): Promise<void> => {
    const keeping = await keepToPeriods(services);
    const [drafts, records] = [await services.drafts(), await services.records()];
    if (!drafts.ok) return setFailures(drafts.failures);
    setList((before) => ({
      ...drafts.value,
      records: records.ok ? records.value : [],
      // What was deleted stays on the page until it is left.
      keeping: keeping && { ...keeping, gone: [...(before?.keeping?.gone ?? []), ...keeping.gone] },
    }));
  }, [services]);

  useEffect(() => {
    const again = (): void => void read();
    window.addEventListener('focus', again);
    void (async () => {
      await read();
      const open = await services.database();
      const found = open.ok ? await damagedDrafts(open.value) : open;
      if (found.ok) setUnsound(found.value);
    })();
    return () => window.removeEventListener('focus', again);
  }, [services, read]);

  const work = async (database: Database, deed: Deed, draft: DraftLine, name: string): Promise<Result<unknown>> => {
    const { id } = draft;
    const at = services.clock();
    switch (deed) {
      case 'rename':
        return changeDraft(database, id, { name: name === '' ? undefined : name });
      case 'archive':
        return changeDraft(database, id, { archivedAt: at });
      case 'unarchive':
        return changeDraft(database, id, { archivedAt: undefined });
      case 'remove':
        return changeDraft(database, id, { deletedAt: at });
      case 'putBack':
        return changeDraft(database, id, { deletedAt: undefined });
      case 'forGood':
        return deleteDrafts(database, [id]);
      case 'duplicate': {
        const author = await profileId(database, newId(services.random));
        if (!author.ok) return author;
        const fresh = (): string => newId(services.random);
        return duplicateDraft(database, id, { draft: fresh(), author: author.value, at, newId: fresh }, name);
      }
    }
  };

  /** Does it, and says so. Resolves to whether it was done. */
  const act = async (deed: Deed, draft: DraftLine, name = nameOf(draft)): Promise<boolean> => {
    const open = await services.database();
    const result = open.ok ? await work(open.value, deed, draft, name) : open;
    setFailures(result.ok ? [] : result.failures);
    await read();
    const shown = name === '' ? nameOf({ title: draft.title }) : name;
    setDone((before) => (result.ok ? { deed, draft, name: shown, number: (before?.number ?? 0) + 1 } : undefined));
    return result.ok;
  };
  const wrong = new Set(unsound.map(({ id }) => id));
  const sound = list && {
    ...list,
    rows: list.rows.filter(({ id }) => !wrong.has(id)),
    damaged: [...list.damaged, ...unsound],
  };
  return { list: sound, failures, done, act, forget: () => setDone(undefined) };
};

/** A copy's name, as long as a name may be. */
export const copyName = (draft: DraftLine): string =>
  draftsStrings.copyOf(nameOf(draft)).slice(0, longestDraftName).trimEnd();
