import { lazy, Suspense, useEffect, useState } from 'react';
import type { Failure } from '../../base/result';
import { brandColour } from '../../policy/app-settings';
import { modelOf } from '../../policy/model';
import { inLanguage, words } from '../../policy/present';
import { type Scope, unanswered } from '../../policy/scope';
import { useServices } from '../../services';
import type { RecordRow } from '../../storage/database';
import type { DraftListing } from '../../storage/drafts';
import { en } from '../../strings/en';
import { ButtonLink, Heading, InsetText, Link, WarningText } from '../../ui';
import { PolicyDates, PolicyOrigin } from '../../views/policy-about';
import { Screen } from '../../views/screen';
import { Sentence } from '../../views/sentence';
import { DamagedDrafts } from './damaged-drafts';
import { DraftList } from './draft-list';

// Someone new has no records yet, and need not wait for their list.
const RecordList = lazy(() => import('./record-list').then((module) => ({ default: module.RecordList })));

/** One policy: what it is for, what to have at hand, how long it takes, and the way in. */
const Begin = ({ scope, alone }: { readonly scope: Scope; readonly alone: boolean }) => {
  const { policy } = scope.model;
  const title = inLanguage(policy.title, 'en');
  const { welcome } = policy;
  return (
    <>
      {!alone && <Heading level={2}>{words(scope, welcome.title, 'en')}</Heading>}
      <PolicyDates scope={scope} today={scope.today} />
      <p className="govuk-body-l">{words(scope, welcome.lead, 'en')}</p>
      <Heading level={alone ? 2 : 3}>{en.start.needTitle}</Heading>
      <ul className="govuk-list govuk-list--bullet">
        {welcome.need.map((line) => (
          <li key={line.en}>{words(scope, line, 'en')}</li>
        ))}
      </ul>
      <p className="govuk-body">{en.start.unsure}</p>
      <InsetText>{words(scope, welcome.time, 'en')}</InsetText>
      <ButtonLink href={`/new/${policy.id}`} start>
        {alone ? en.start.begin : en.start.beginPolicy(title)}
      </ButtonLink>
      <p className="govuk-body">
        {en.start.again} <Link href="/again">{en.start.againLink}</Link>
      </p>
      {policy.guidance.length > 0 && (
        <p className="govuk-body">
          {en.start.guidance}{' '}
          <Link href={`/guidance/${policy.id}`}>{alone ? en.start.guidanceLink : en.start.guidanceOf(title)}</Link>
        </p>
      )}
      <PolicyOrigin scope={scope} level={alone ? 2 : 3} />
    </>
  );
};

type Drafts = DraftListing | { readonly failures: readonly Failure[] };

/** What this is, what you need at hand, how long it takes; new, or carry on. */
export const StartScreen = () => {
  const services = useServices();
  const [site, setSite] = useState<Awaited<ReturnType<typeof services.site>>>();
  const [drafts, setDrafts] = useState<Drafts>();
  const [records, setRecords] = useState<readonly RecordRow[]>([]);
  useEffect(() => {
    void services.site().then(setSite);
    void services.records().then((result) => setRecords(result.ok ? result.value : []));
    void services.drafts().then((result) => setDrafts(result.ok ? result.value : result));
  }, [services]);
  const scopes = site?.ok
    ? site.value.policies.map((policy) =>
        unanswered(modelOf(policy, site.value.settings), services.clock().slice(0, 10)),
      )
    : [];
  const only = scopes.length === 1 ? scopes[0] : undefined;
  const colour = site?.ok ? site.value.settings.app.brandColour : undefined;
  const title = only ? words(only, only.model.policy.welcome.title, 'en') : en.start.title;
  return (
    <Screen title={title}>
      <Heading size="xl">{title}</Heading>
      {services.subtle === undefined && <WarningText>{`${en.insecure.title}. ${en.insecure.text}`}</WarningText>}
      {site?.ok && colour !== brandColour(site.value.settings) && (
        <WarningText>{en.paleColour(colour ?? '')}</WarningText>
      )}
      {site === undefined && <p className="govuk-body">{en.loading}</p>}
      {scopes.map((scope) => (
        <Begin key={scope.model.policy.id} scope={scope} alone={scope === only} />
      ))}
      {site &&
        !site.ok &&
        site.failures.slice(0, 5).map((one) => (
          <WarningText key={`${one.code} ${one.place}`}>
            <Sentence failure={one} /> ({one.place})
          </WarningText>
        ))}
      {drafts &&
        'failures' in drafts &&
        drafts.failures.map((one) => (
          <WarningText key={one.code}>
            <Sentence failure={one} />
          </WarningText>
        ))}
      {drafts && 'rows' in drafts && (
        <>
          {drafts.damaged.length > 0 && <DamagedDrafts drafts={drafts.damaged} />}
          {drafts.rows.length > 0 && (
            <DraftList rows={drafts.rows} onChange={(rows) => setDrafts({ ...drafts, rows })} />
          )}
        </>
      )}
      {records.length > 0 && (
        <Suspense>
          <RecordList rows={records} />
        </Suspense>
      )}
      <Heading level={2}>{en.start.checkTitle}</Heading>
      <p className="govuk-body">{en.start.check}</p>
      <p className="govuk-body">
        <Link href="/verify">{en.start.checkLink}</Link>
      </p>
    </Screen>
  );
};
