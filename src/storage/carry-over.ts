import type { Result } from '../base/result';
import { replay } from '../assessment/assessment';
import { receiptsFor } from '../assessment/carry-over';
import { nextCounter, ordered, pinsOf, type PolicyChange } from '../assessment/log';
import { standingOf } from '../assessment/standing';
import type { Model } from '../policy/model';
import { sealedForm } from '../policy/parse';
import type { Database } from './database';
import { attempt, DraftGone, type StorageCode } from './open';

/** Who carries a draft over, and when. */
export type CarryingOver = Pick<PolicyChange, 'id' | 'draft' | 'author' | 'device' | 'at'>;

/**
 * Carries a draft over to another version of its policy, with a receipt for each answer that its log has by then, all or
 * nothing. Nothing is changed where another tab has done so already.
 */
export const carryOver = (
  database: Database,
  before: Model,
  after: Model,
  stamp: CarryingOver,
): Promise<Result<void, StorageCode>> => {
  const { drafts, entries, pinned } = database;
  const [old, policy, settings] = [before.policy, after.policy, after.settings].map((one) => sealedForm(one));
  return attempt(() =>
    database.transaction('rw', [drafts, entries, pinned], async () => {
      const log = await entries.where('draft').equals(stamp.draft).toArray();
      if (!old || !policy || !settings || pinsOf(log)?.policy !== old.sha256) return;
      const change: PolicyChange = {
        ...stamp,
        kind: 'policy-changed',
        counter: nextCounter(log),
        policy: policy.sha256,
        settings: settings.sha256,
        receipts: [...receiptsFor(before, after, log)],
      };
      const row = await drafts.get(stamp.draft);
      if (!row) throw new DraftGone();
      await pinned.bulkPut([
        { sha256: policy.sha256, kind: 'policy', bytes: policy.bytes },
        { sha256: settings.sha256, kind: 'settings', bytes: settings.bytes },
      ]);
      await entries.add(change);
      const assessment = replay(after, ordered([...log, change]));
      await drafts.put({
        ...row,
        ...(assessment && standingOf(assessment)),
        policy: policy.sha256,
        settings: settings.sha256,
        updatedAt: stamp.at,
      });
    }),
  );
};

/** The newer policy that a draft is not to be carried over to, as another tab may have noted just now; undefined for none. */
export const staysFrom = (database: Database, draft: string): Promise<Result<string | undefined, StorageCode>> =>
  attempt(async () => (await database.drafts.get(draft))?.staysFrom);

/** Notes that a draft is finished on the version that it has, and not carried over to this one. */
export const stayFrom = (database: Database, draft: string, policy: string): Promise<Result<void, StorageCode>> =>
  attempt(async () => {
    await database.drafts.update(draft, { staysFrom: policy });
  });
