import { useCallback, useState } from 'react';
import { type Result, succeed } from '../../base/result';
import { useServices } from '../../services';
import type { Database } from '../../storage/database';
import { listKeys } from '../../storage/keys';
import { keysStrings } from '../../strings/keys';
import { Details, Heading, WarningText } from '../../ui';
import { NotificationBanner } from '../../ui/content/notification-banner';
import { Opened } from '../../views/problem';
import { Screen } from '../../views/screen';
import { DeleteKey } from './delete-key';
import { KeyCard, type ShownKey } from './key-card';
import { MakeKey } from './make-key';

interface Ready {
  readonly database: Database;
  readonly keys: readonly ShownKey[];
  readonly council: string;
}

/** The keys in this browser: what they are known by, and how others come to trust them. */
export const Keys = () => {
  const services = useServices();
  const [done, setDone] = useState<{ readonly what: string; readonly times: number }>();
  const [deleting, setDeleting] = useState<ShownKey>();
  const times = done?.times ?? 0;
  const open = useCallback(async (): Promise<Result<Ready>> => {
    const [database, site] = [await services.database(), await services.site()];
    if (!database.ok) return database;
    if (!site.ok) return site;
    const kept = await listKeys(database.value);
    if (!kept.ok) return kept;
    const { readCertificate } = await import('../../signing/certificate');
    const keys = kept.value.flatMap((row): readonly ShownKey[] => {
      const certificate = readCertificate(row.certificate);
      return certificate.ok ? [{ row, certificate: certificate.value }] : [];
    });
    return succeed({ database: database.value, keys, council: site.value.settings.app.council });
    // oxlint-disable-next-line react/exhaustive-deps -- read again after each change
  }, [services, times]);
  const changed = (what: string): void => {
    setDeleting(undefined);
    setDone({ what, times: times + 1 });
  };
  return (
    <Opened open={open} back="/">
      {({ database, keys, council }) =>
        deleting ? (
          <DeleteKey database={database} shown={deleting} onDeleted={changed} onCancel={() => setDeleting(undefined)} />
        ) : (
          <Screen key="keys" title={keysStrings.title} back="/">
            {done && (
              <NotificationBanner key={times} success>
                {done.what}
              </NotificationBanner>
            )}
            <Heading>{keysStrings.title}</Heading>
            <p className="govuk-body-l">{keysStrings.lead}</p>
            <p className="govuk-body">{keysStrings.clearing}</p>
            {services.subtle === undefined && <WarningText>{keysStrings.insecure}</WarningText>}
            {keys.map((shown) => (
              <KeyCard
                key={shown.certificate.sha256}
                database={database}
                shown={shown}
                onChanged={changed}
                onDelete={() => setDeleting(shown)}
              />
            ))}
            {keys.length === 0 ? (
              <>
                <p className="govuk-body">{keysStrings.none}</p>
                <MakeKey database={database} council={council} onChanged={changed} />
              </>
            ) : (
              <Details key={times} summary={keysStrings.another}>
                <MakeKey database={database} council={council} onChanged={changed} />
              </Details>
            )}
          </Screen>
        )
      }
    </Opened>
  );
};
