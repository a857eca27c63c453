import { modelOf } from '../../policy/model';
import { inLanguage } from '../../policy/present';
import type { Policy } from '../../policy/schema';
import { unanswered } from '../../policy/scope';
import { useServices, useSite } from '../../services';
import { en } from '../../strings/en';
import { guidance } from '../../strings/guidance';
import { Heading, Link } from '../../ui';
import { GuidanceScreens } from '../../views/guidance';
import { Loading, Problem } from '../../views/problem';
import { Screen } from '../../views/screen';

const guidanceAt = (policy: string, note?: string): string =>
  `/guidance/${policy}${note === undefined ? '' : `/${note}`}`;

/** Where a site has several policies, or none of that name. */
const Choose = ({ title, policies }: { readonly title: string; readonly policies: readonly Policy[] }) => (
  <Screen title={title} back="/">
    <Heading>{title}</Heading>
    <ul className="govuk-list app-note-list">
      {policies.map((policy) => (
        <li key={policy.id}>
          <Link href={guidanceAt(policy.id)}>{inLanguage(policy.title, 'en')}</Link>
        </li>
      ))}
    </ul>
  </Screen>
);

interface GuidanceProps {
  /** The ids in the address. */
  readonly policy: string | undefined;
  readonly note: string | undefined;
}

/** The guidance notes of the site's policies, with the council's settings filled in. No assessment is needed. */
export const Guidance = ({ policy: id, note }: GuidanceProps) => {
  const services = useServices();
  const site = useSite();
  if (!site) return <Loading />;
  if (!site.ok)
    return (
      <Screen title={en.problem.title} back="/">
        <Problem failures={site.failures} />
      </Screen>
    );
  const { policies, settings } = site.value;
  const policy = policies.find((one) => one.id === id || (id === undefined && policies.length === 1));
  if (!policy)
    return <Choose title={id === undefined ? guidance.policies : guidance.noSuchPolicy} policies={policies} />;
  const today = services.clock().slice(0, 10);
  return (
    <GuidanceScreens
      scope={unanswered(modelOf(policy, settings), today)}
      note={note}
      at={(one) => guidanceAt(policy.id, one)}
      back="/"
    />
  );
};
