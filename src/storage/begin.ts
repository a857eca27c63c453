import { newId } from '../base/ids';
import { type Result, succeed } from '../base/result';
import type { Entry } from '../assessment/log';
import type { Model } from '../policy/model';
import type { Database, DraftRow } from './database';
import { createDraft } from './drafts';
import type { StorageCode } from './open';
import { profileId } from './profile';

type Started = Extract<Entry, { readonly kind: 'started' }>;

/** What a draft begins with, but for what all have: its id, its day, its author, and what it pins. */
export interface Beginning extends Pick<Model, 'policy' | 'settings'> {
  readonly row: Omit<DraftRow, 'id' | 'createdAt' | 'updatedAt' | 'policy' | 'settings'>;
  /** What its first entry says besides. */
  readonly first?: Pick<Started, 'practice' | 'continues' | 'reperforms'>;
}

/** Where its ids and its day come from. */
interface Sources {
  readonly clock: () => Started['at'];
  readonly random: Parameters<typeof newId>[0];
}

/** A draft that has begun: its id, and who began it when. */
export interface Begun {
  readonly id: string;
  readonly author: string;
  readonly at: Started['at'];
}

/** Begins a draft with a log of one entry: under which policy and settings, by whom and when. */
export const beginDraft = async (
  database: Database,
  { clock, random }: Sources,
  { row, policy, settings, first }: Beginning,
): Promise<Result<Begun, StorageCode>> => {
  const profile = await profileId(database, newId(random));
  if (!profile.ok) return profile;
  const author = profile.value;
  const [id, at] = [newId(random), clock()];
  const made = await createDraft(database, { ...row, id, createdAt: at, updatedAt: at }, policy, settings, (pins) => ({
    kind: 'started',
    id: newId(random),
    draft: id,
    author,
    device: author,
    counter: 1,
    at,
    language: 'en',
    ...first,
    ...pins,
  }));
  return made.ok ? succeed({ id: made.value.id, author, at }) : made;
};
