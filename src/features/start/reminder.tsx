import { useEffect, useState } from 'react';
import { writtenDate } from '../../base/calendar';
import { useServices } from '../../services';
import { lastBackup } from '../../storage/backup';
import type { DraftLine } from '../../storage/draft-list';
import { backupStrings } from '../../strings/backup';
import { InsetText, Link } from '../../ui';
import { isDue } from './remind';

/**
 * A calm word to whoever has worked here for two weeks without a backup; none to whoever has changed nothing since the
 * last. It also asks the browser to keep what is here: by now it knows the person.
 */
export const Reminder = ({ rows }: { readonly rows: readonly DraftLine[] }) => {
  const services = useServices();
  /** Undefined until it is known, and null for never. */
  const [last, setLast] = useState<string | null>();
  useEffect(() => {
    void services.disk().then((disk) => disk.askToKeep());
    void services.database().then(async (open) => {
      const found = open.ok ? await lastBackup(open.value) : open;
      if (found.ok) setLast(found.value ?? null);
    });
  }, [services]);
  if (last === undefined) return null;
  if (!isDue(rows, last, services.clock())) return null;
  return (
    <InsetText>
      {last === null ? backupStrings.remindNever : backupStrings.remind(writtenDate(last.slice(0, 10)))}{' '}
      <Link href="/backup">{backupStrings.make}</Link>
    </InsetText>
  );
};
