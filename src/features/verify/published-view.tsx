import { useEffect, useState } from 'react';
import type { Result } from '../../base/result';
import { sealedForm } from '../../policy/parse';
import type { ProvenRecord } from '../../record/chain';
import { type LoadCode, type Published, useServices } from '../../services';
import { publishedStrings } from '../../strings/published';
import { Heading, Tag } from '../../ui';
import { PolicyDifferences, SettingsDifferences } from './published-differences';

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
      {policy && !policySame && <PolicyDifferences record={record} policy={policy} />}
      <p className="govuk-body">
        <Tag colour={settingsSame ? 'green' : 'yellow'}>{publishedStrings.tags[settingsSame ? 'same' : 'differs']}</Tag>{' '}
        {settingsSame ? publishedStrings.settingsSame : publishedStrings.settingsDiffer}
      </p>
      {!settingsSame && <SettingsDifferences record={record} settings={published.settings} />}
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
