import { type IsoDate, writtenDate } from '../base/calendar';
import { inLanguage, words } from '../policy/present';
import type { Policy } from '../policy/schema';
import type { Scope } from '../policy/scope';
import { validityOn } from '../policy/validity';
import { en } from '../strings/en';
import { Heading, WarningText } from '../ui';

/** A warning where a policy is not valid on a day. It stops nobody. */
export const PolicyDates = ({ scope, today }: { readonly scope: Scope; readonly today: IsoDate }) => {
  const { about } = scope.model.policy;
  const validity = validityOn(about, today);
  if (validity === 'valid') return null;
  const day = writtenDate(validity === 'early' ? about.validFrom : (about.validTo ?? today));
  return <WarningText>{en.validity[validity](day, words(scope, about.owner, 'en'))}</WarningText>;
};

/** Which policy it is, and when it holds: on paper nothing else says so. */
export const PolicyVersion = ({ policy: { title, version, about } }: { readonly policy: Policy }) => (
  <p className="govuk-body-s">
    {en.start.policy(
      inLanguage(title, 'en'),
      version,
      writtenDate(about.validFrom),
      about.validTo === undefined ? '' : writtenDate(about.validTo),
    )}
  </p>
);

/** What a policy's questions are and are not, who checked its legal text, and which version it is. */
export const PolicyOrigin = ({ scope, level }: { readonly scope: Scope; readonly level: 2 | 3 }) => {
  const { policy } = scope.model;
  const { about } = policy;
  const { checkedBy, checkedOn, equality } = about;
  return (
    <>
      <Heading level={level}>{en.start.origin}</Heading>
      <p className="govuk-body">{words(scope, about.origin, 'en')}</p>
      {checkedOn !== undefined && (
        <p className="govuk-body">
          {en.start.checked(writtenDate(checkedOn), checkedBy ? words(scope, checkedBy, 'en') : '')}
        </p>
      )}
      {equality && (
        <p className="govuk-body">
          {en.start.equality(
            words(scope, equality.text, 'en'),
            equality.on === undefined ? '' : writtenDate(equality.on),
          )}
        </p>
      )}
      <PolicyVersion policy={policy} />
    </>
  );
};
