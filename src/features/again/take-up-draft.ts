import { newId } from '../../base/ids';
import { type Result, succeed } from '../../base/result';
import type { Entry } from '../../assessment/log';
import type { Offer } from '../../assessment/take-up';
import type { Model } from '../../policy/model';
import type { Services } from '../../services';
import { deleteDrafts } from '../../storage/draft-list';
import { beginDraft } from '../../storage/begin';
import { appendEntries } from '../../storage/drafts';
import type { StorageCode } from '../../storage/open';
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
  const open = await services.database();
  if (!open.ok) return open;
  const database = open.value;
  const { partnership, kind, title } = payload;
  const made = await beginDraft(database, services, {
    row: { partnership, kind, title },
    policy,
    settings,
    first: { ...(kind === 'practice' && { practice: true }), continues: from },
  });
  if (!made.ok) return made;
  const { id, author, at } = made.value;
  const entries = offers.map(({ key, value, gap }, index): Entry => ({
    id: newId(services.random),
    draft: id,
    author,
    device: author,
    counter: index + 2,
    at,
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
