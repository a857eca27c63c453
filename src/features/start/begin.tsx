import { inLanguage, words } from '../../policy/present';
import type { Scope } from '../../policy/scope';
import { en } from '../../strings/en';
import { ButtonLink, Details, Heading, InsetText, Link } from '../../ui';
import { PolicyDates, PolicyOrigin, PolicyVersion } from '../../views/policy-about';

interface BeginProps {
  readonly scope: Scope;
  /** Whether it is the only policy, which the page's own heading names. */
  readonly alone: boolean;
}

/** One policy: what it is for, what to have at hand, how long it takes, and the ways in. */
export const Begin = ({ scope, alone }: BeginProps) => {
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
      <ul className="govuk-list">
        <li>
          <Link href="/again">{en.start.againLink}</Link>
        </li>
        {policy.practice && (
          <li>
            <Link href={`/practise/${policy.id}`}>{alone ? en.start.practiseLink : en.start.practiseOf(title)}</Link>
          </li>
        )}
        {policy.guidance.length > 0 && (
          <li>
            <Link href={`/guidance/${policy.id}`}>{alone ? en.start.guidanceLink : en.start.guidanceOf(title)}</Link>
          </li>
        )}
      </ul>
      <Details summary={en.start.origin}>
        <PolicyOrigin scope={scope} />
      </Details>
      <PolicyVersion policy={policy} />
    </>
  );
};
