import { carryOver } from '../../src/storage/carry-over';
import { makeBackup, restoreBackup } from '../../src/storage/backup';
import type { Database } from '../../src/storage/database';
import { openDraft } from '../../src/storage/drafts';
import { newerPolicy } from '../../src/features/assess/newer-policy';
import { openSession } from '../../src/features/assess/session';
import type { Services } from '../../src/services';
import { at, id, open, valueOf } from './kept';

const { subtle } = crypto;
const plain = {
  app: '0.1.0',
  profile: 'c',
  random: (length: number) => new Uint8Array(length),
  subtle,
  passphrase: '',
};
const who = 'c'.repeat(26);

/** A colleague with a browser of their own, to whom the draft is handed as a file, and who hands it back. */
export const colleague = async (draft: string, services: Services) => {
  const theirs = await open();
  const send = async (from: Database, to: Database): Promise<readonly string[]> => {
    const made = valueOf(await makeBackup(from, { ...plain, at: at(50) }, draft));
    const first = await restoreBackup(to, made.bytes, { subtle, passphrase: '' });
    if (!first.ok) return [];
    const again = valueOf(await restoreBackup(to, made.bytes, { subtle, passphrase: '' }));
    return [
      ...(made.leftOut > 0 ? ['a sound draft is left out of its own file'] : []),
      ...(again.entries > 0 ? ['the same file twice brings something'] : []),
    ];
  };
  const session = async () => {
    const opened = await openDraft(theirs, draft);
    return opened.ok ? openSession(services, { ...opened.value, database: theirs }, [], who) : undefined;
  };
  return {
    send: (from: Database) => send(from, theirs),
    giveBack: (to: Database) => send(theirs, to),
    /** Whether it was given: the colleague may have no draft yet. */
    give: async (field: string, value: string): Promise<boolean> => {
      const opened = await session();
      await opened?.give([{ field, value }], [field]);
      return opened !== undefined;
    },
    carry: async (): Promise<void> => {
      const opened = await session();
      const newer = opened && (await newerPolicy(services, opened));
      if (!newer) return;
      const stamp = { id: id(), draft, author: who, device: who, at: services.clock() };
      valueOf(await carryOver(theirs, opened.assessment().model, newer.model, stamp));
    },
    close: (): void => theirs.close({ disableAutoOpen: true }),
  };
};
