import { useCallback } from 'react';
import { fail, type Result, succeed } from '../../base/result';
import { modelOf } from '../../policy/model';
import { inLanguage } from '../../policy/present';
import { type Scope, unanswered } from '../../policy/scope';
import { useServices } from '../../services';
import { practiceStrings } from '../../strings/practice';
import { ButtonLink, Heading } from '../../ui';
import { Example } from '../../views/practice';
import { Opened } from '../../views/problem';
import { Screen } from '../../views/screen';

/** What practice is, and the example to practise on, before it begins. */
export const PractiseScreen = ({ policy: id }: { readonly policy: string }) => {
  const services = useServices();
  const open = useCallback(async (): Promise<Result<Scope>> => {
    const site = await services.site();
    if (!site.ok) return site;
    const policy = site.value.policies.find((one) => one.id === id);
    if (!policy?.practice) return fail('address.unknown', id);
    return succeed(unanswered(modelOf(policy, site.value.settings), services.clock().slice(0, 10)));
  }, [services, id]);
  const begin = <ButtonLink href={`/new/${id}/practice`}>{practiceStrings.begin}</ButtonLink>;
  return (
    <Opened open={open} back="/">
      {(scope) => (
        <Screen title={practiceStrings.title} back="/">
          <Heading>{practiceStrings.title}</Heading>
          <p className="govuk-body-l">{practiceStrings.lead}</p>
          <ul className="govuk-list govuk-list--bullet">
            {practiceStrings.rules.map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
          {begin}
          <Heading level={2} size="l" caption={practiceStrings.example}>
            {inLanguage(scope.model.policy.practice?.title ?? { en: id }, 'en')}
          </Heading>
          <Example scope={scope} level={3} />
          {begin}
        </Screen>
      )}
    </Opened>
  );
};
