import { lazy, Suspense, useEffect, useState } from 'react';
import type { Failure } from '../../base/result';
import { brandColour } from '../../policy/app-settings';
import { modelOf } from '../../policy/model';
import { words } from '../../policy/present';
import { unanswered } from '../../policy/scope';
import { useServices } from '../../services';
import type { DraftListing } from '../../storage/draft-list';
import { en } from '../../strings/en';
import { Heading, Link, WarningText } from '../../ui';
import { Loading } from '../../views/problem';
import { Screen } from '../../views/screen';
import { Sentence } from '../../views/sentence';
import { Begin } from './begin';

// Someone new has nothing to carry on with, and need not wait for it.
const CarryOn = lazy(() => import('./carry-on').then((module) => ({ default: module.CarryOn })));

/** What is kept in this browser already. */
interface Kept extends DraftListing {
  /** Why drafts could not be listed. */
  readonly failures: readonly Failure[];
  readonly records: number;
}

/** What this is, what you need at hand, how long it takes. Whoever has drafts carries on first. */
export const StartScreen = () => {
  const services = useServices();
  const [site, setSite] = useState<Awaited<ReturnType<typeof services.site>>>();
  const [kept, setKept] = useState<Kept>();
  useEffect(() => {
    void services.site().then(setSite);
    void Promise.all([services.drafts(), services.records()]).then(([drafts, records]) =>
      setKept({
        ...(drafts.ok ? drafts.value : { rows: [], damaged: [] }),
        failures: drafts.ok ? [] : drafts.failures,
        records: records.ok ? records.value.length : 0,
      }),
    );
  }, [services]);
  const scopes = site?.ok
    ? site.value.policies.map((policy) =>
        unanswered(modelOf(policy, site.value.settings), services.clock().slice(0, 10)),
      )
    : [];
  const only = scopes.length === 1 ? scopes[0] : undefined;
  const colour = site?.ok ? site.value.settings.app.brandColour : undefined;
  const title = only ? words(only, only.model.policy.welcome.title, 'en') : en.start.title;
  const back = kept !== undefined && kept.rows.length + kept.records > 0;
  return (
    <Screen title={title}>
      <Heading size="xl">{title}</Heading>
      {services.subtle === undefined && <WarningText>{`${en.insecure.title}. ${en.insecure.text}`}</WarningText>}
      {site?.ok && colour !== brandColour(site.value.settings) && (
        <WarningText>{en.paleColour(colour ?? '')}</WarningText>
      )}
      {site && !site.ok && <Failures failures={site.failures} />}
      {kept && <Failures failures={kept.failures} />}
      {site === undefined || kept === undefined ? (
        <Loading />
      ) : (
        <Suspense fallback={<Loading />}>
          {(back || kept.damaged.length > 0) && <CarryOn listing={kept} />}
          {scopes.map((scope) => (
            <Begin key={scope.model.policy.id} scope={scope} alone={scope === only} />
          ))}
        </Suspense>
      )}
      <Heading level={2}>{en.start.checkTitle}</Heading>
      <ul className="govuk-list">
        <li>
          <Link href="/verify">{en.start.checkLink}</Link>
        </li>
        <li>
          <Link href="/decide">{en.start.decide}</Link>
        </li>
      </ul>
    </Screen>
  );
};

/** The first of what went wrong, each with its place. */
const Failures = ({ failures }: Pick<Kept, 'failures'>) =>
  failures.slice(0, 5).map((one) => (
    <WarningText key={`${one.code} ${one.place}`}>
      <Sentence failure={one} />
      {one.place !== '' && ` (${one.place})`}
    </WarningText>
  ));
