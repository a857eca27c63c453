import { newId } from '../../base/ids';
import { type Result, succeed } from '../../base/result';
import type { Entry } from '../../assessment/log';
import type { Offer } from '../../assessment/take-up';
import type { Model } from '../../policy/model';
import type { Services } from '../../services';
import { deleteDrafts } from '../../storage/draft-list';
import { appendEntries, createDraft } from '../../storage/drafts';
import type { StorageCode } from '../../storage/open';
import { profileId } from '../../storage/profile';
import type { ProvenRecord } from '../../verify/verdict';

/**
 * Begins an assessment that takes up a proven record: of the same partnership, for practice where the record was, with
 * the record's answers as offers that do not count. Gives the draft's id.
 */
export const takeUpDraft = async (
  services: Pick<Services, 'clock' | 'random' | 'database'>,
  { policy, settings }: Pick<Model, 'policy' | 'settings'>,
  { payload, id: from }: ProvenRecord,
  offers: readonly Offer[],
): Promise<Result<string, StorageCode>> => {
  const { clock, random } = services;
  const open = await services.database();
  if (!open.ok) return open;
  const database = open.value;
  const author = await profileId(database, newId(random));
  if (!author.ok) return author;
  const [id, at, practice] = [newId(random), clock(), payload.kind === 'practice'];
  const stamp = (counter: number) => ({
    id: newId(random),
    draft: id,
    author: author.value,
    device: author.value,
    counter,
    at,
  });
  const { partnership, kind, title } = payload;
  const row = { id, partnership, kind, title, createdAt: at, updatedAt: at };
  const made = await createDraft(database, row, policy, settings, (pins) => ({
    ...stamp(1),
    kind: 'started',
    language: 'en',
    ...pins,
    ...(practice && { practice }),
    continues: from,
  }));
  if (!made.ok) return made;
  const entries = offers.map(({ key, value, gap }, index): Entry => ({
    ...stamp(index + 2),
    kind: 'carried',
    field: key,
    value: value as string,
    from,
    ...(gap && { gap }),
  }));
  const kept = await appendEntries(database, id, entries, { fields: [], tabs: [] }, () => ({ updatedAt: at }));
  if (kept.ok) return succeed(id);
  await deleteDrafts(database, [id]);
  return kept;
};
