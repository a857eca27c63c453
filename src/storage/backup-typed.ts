import type { Entry } from '../assessment/log';
import type { Model } from '../policy/model';
import { sealedForm } from '../policy/parse';
import { packBackup } from './backup-file';
import { type BackupContent, filedDraft, filedEntry, filedPending, writeContent } from './backup-content';
import { earlierPins } from './carry-over-pins';
import type { Database, DraftRow, PendingRow, PinnedRow } from './database';
import { hashesIn } from './draft-list';
import { filesOf } from './records';

/** A draft as a page has it: further than the disk does, where that takes no more. */
export interface DraftInHand {
  readonly row: DraftRow;
  readonly log: readonly Entry[];
  readonly model: Model;
  readonly typed: readonly PendingRow[];
}

/**
 * A draft as a file that this app restores, from what a page has in hand. The disk is only read, for its evidence and what
 * it stood on earlier; what cannot be read is left out.
 */
export const typedBackup = async (
  database: Database,
  { row, log, model, typed }: DraftInHand,
  about: Pick<BackupContent, 'app' | 'madeAt' | 'profile'>,
): Promise<Uint8Array<ArrayBuffer>> => {
  const [policy, settings] = [sealedForm(model.policy), sealedForm(model.settings)];
  const draft = filedDraft({ ...row, policy: policy.sha256, settings: settings.sha256 });
  const entries = log.flatMap((entry) => filedEntry(entry) ?? []);
  const pending = typed.flatMap((one) => filedPending(one) ?? []);
  const files = await filesOf(database, hashesIn([entries, pending]));
  const earlier = await earlierPins(database, log);
  const pinned: readonly PinnedRow[] = [
    { kind: 'policy', sha256: policy.sha256, bytes: policy.bytes },
    { kind: 'settings', sha256: settings.sha256, bytes: settings.bytes },
    ...(earlier.ok ? earlier.value : []).map(({ file, bytes }): PinnedRow => ({
      kind: file.name.startsWith('settings') ? 'settings' : 'policy',
      sha256: file.sha256,
      bytes: new Uint8Array(bytes),
    })),
  ];
  return packBackup(
    writeContent({
      ...about,
      kind: 'draft',
      drafts: draft ? [draft] : [],
      entries,
      pending,
      pinned,
      files: files.ok ? [...files.value].map(([sha256, bytes]) => ({ sha256, bytes })) : [],
      records: [],
      certificates: [],
    }),
  );
};
