import { useEffect, useMemo, useState } from 'react';
import type { Result } from '../../base/result';
import { type Difference, policyDifferences, settingsDifferences } from '../../policy/differences';
import { sealedForm } from '../../policy/parse';
import { words } from '../../policy/present';
import type { ProvenRecord } from '../../record/chain';
import { walkOf } from '../../record/sequel-rules';
import { type LoadCode, type Published, useServices } from '../../services';
import { publishedStrings } from '../../strings/published';
import { Details, Heading, Tag } from '../../ui';
import { SummaryList } from '../../ui/content/summary-list';

interface DifferencesProps {
  readonly title: string;
  readonly record: ProvenRecord;
  readonly found: readonly Difference[];
}

/** Where they differ, part by part. */
const Differences = ({ title, record, found }: DifferencesProps) => {
  const walk = useMemo(() => walkOf(record), [record]);
  const nameOf = ({ id, label }: Difference): string =>
    label === undefined ? id : words(walk, label, record.payload.language);
  const rows = [...new Set(found.map(({ part }) => part))].map((part) => ({
    key: publishedStrings.parts[part],
    value: (
      <ul className="govuk-list app-words">
        {found
          .filter((one) => one.part === part)
          .map((one) => (
            <li key={one.id}>{publishedStrings.change(nameOf(one), one.change)}</li>
          ))}
      </ul>
    ),
  }));
  return (
    <Details summary={title}>
      {rows.length > 0 ? <SummaryList rows={rows} /> : <p className="govuk-body">{publishedStrings.nothing}</p>}
    </Details>
  );
};

const Compared = ({ record, published }: { readonly record: ProvenRecord; readonly published: Published }) => {
  const { policy: pinned, settings } = record.payload;
  const { policy } = published;
  const policySame = policy && sealedForm(policy).sha256 === pinned.sha256;
  const settingsSame = sealedForm(published.settings).sha256 === settings.sha256;
  return (
    <>
      <p className="govuk-body">
        <Tag colour={policySame ? 'green' : 'yellow'}>{publishedStrings.tags[policySame ? 'same' : 'differs']}</Tag>{' '}
        {!policy
          ? publishedStrings.policyNone
          : policySame
            ? publishedStrings.policySame(pinned.version)
            : publishedStrings.policyDiffers(pinned.version, policy.version)}
      </p>
      {policy && !policySame && (
        <Differences
          title={publishedStrings.policyDifferences}
          record={record}
          found={policyDifferences(record.policy, policy)}
        />
      )}
      <p className="govuk-body">
        <Tag colour={settingsSame ? 'green' : 'yellow'}>{publishedStrings.tags[settingsSame ? 'same' : 'differs']}</Tag>{' '}
        {settingsSame ? publishedStrings.settingsSame : publishedStrings.settingsDiffer}
      </p>
      {!settingsSame && (
        <Differences
          title={publishedStrings.settingsDifferences}
          record={record}
          found={settingsDifferences(record.settings, published.settings, record.policy)}
        />
      )}
    </>
  );
};

/** Whether a record was made under the policy and the settings that this site publishes, and where they differ. */
export const PublishedView = ({ record }: { readonly record: ProvenRecord }) => {
  const services = useServices();
  const { policy } = record.payload;
  const [read, setRead] = useState<Result<Published, LoadCode>>();
  useEffect(() => {
    let gone = false;
    void services.published(policy).then((found) => {
      if (!gone) setRead(found);
    });
    return () => {
      gone = true;
    };
  }, [services, policy]);
  return (
    <section>
      <Heading level={2}>{publishedStrings.title}</Heading>
      <p className="govuk-body">{publishedStrings.lead}</p>
      {!read && <p className="govuk-body">{publishedStrings.loading}</p>}
      {read && !read.ok && <p className="govuk-body">{publishedStrings.failed}</p>}
      {read?.ok && <Compared record={record} published={read.value} />}
    </section>
  );
};
