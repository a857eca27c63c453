import { useEffect, useState } from 'react';
import { writtenDate } from '../../base/calendar';
import type { Failure } from '../../base/result';
import { inLanguage } from '../../policy/present';
import { type Site, useServices } from '../../services';
import type { DraftRow } from '../../storage/database';
import { en } from '../../strings/en';
import { sentenceFor } from '../../strings/failures';
import { ButtonLink, Details, Heading, InsetText, Link, WarningText } from '../../ui';
import { Screen } from '../../views/screen';
import { DraftList } from './draft-list';

const Begin = ({ site }: { readonly site: Site }) =>
  site.policies.map((policy) => (
    <div key={policy.id}>
      <ButtonLink href={`/new/${policy.id}`} start>
        {site.policies.length === 1 ? en.start.begin : en.start.beginPolicy(inLanguage(policy.title, 'en'))}
      </ButtonLink>
      <p className="govuk-body-s">
        {en.start.policy(inLanguage(policy.title, 'en'), policy.version, writtenDate(policy.about.validFrom))}
      </p>
      <Details summary={en.start.origin}>{inLanguage(policy.about.origin, 'en')}</Details>
    </div>
  ));

type Drafts = { readonly rows: readonly DraftRow[] } | { readonly failures: readonly Failure[] };

/** What this is, what you need at hand, how long it takes; new, or carry on. */
export const StartScreen = () => {
  const services = useServices();
  const [site, setSite] = useState<Awaited<ReturnType<typeof services.site>>>();
  const [drafts, setDrafts] = useState<Drafts>();
  useEffect(() => {
    void services.site().then(setSite);
    void services.drafts().then((result) => setDrafts(result.ok ? { rows: result.value } : result));
  }, [services]);
  return (
    <Screen title={en.start.title}>
      <Heading size="xl">{en.start.title}</Heading>
      {services.subtle === undefined && <WarningText>{`${en.insecure.title}. ${en.insecure.text}`}</WarningText>}
      <p className="govuk-body-l">{en.start.lead}</p>
      <Heading level={2}>{en.start.needTitle}</Heading>
      <ul className="govuk-list govuk-list--bullet">
        {en.start.need.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className="govuk-body">{en.start.unsure}</p>
      <InsetText>{en.start.time}</InsetText>
      {site === undefined && <p className="govuk-body">{en.loading}</p>}
      {site?.ok && <Begin site={site.value} />}
      {site &&
        !site.ok &&
        site.failures.slice(0, 5).map((one) => <WarningText key={one.place}>{sentenceFor(one)}</WarningText>)}
      {drafts &&
        'failures' in drafts &&
        drafts.failures.map((one) => <WarningText key={one.code}>{sentenceFor(one)}</WarningText>)}
      {drafts && 'rows' in drafts && drafts.rows.length > 0 && <DraftList rows={drafts.rows} onChange={setDrafts} />}
      <Heading level={2}>{en.start.checkTitle}</Heading>
      <p className="govuk-body">{en.start.check}</p>
      <p className="govuk-body">
        <Link href="/verify">{en.start.checkLink}</Link>
      </p>
    </Screen>
  );
};
