import { type IsoDate, writtenDate } from '../base/calendar';
import { inLanguage, words } from '../policy/present';
import type { Policy } from '../policy/schema';
import type { Scope } from '../policy/scope';
import { validityOn } from '../policy/validity';
import { en } from '../strings/en';
import { WarningText } from '../ui';

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

/** What a policy's questions are and are not, and who checked its legal text. */
export const PolicyOrigin = ({ scope }: { readonly scope: Scope }) => {
  const { about } = scope.model.policy;
  const { checkedBy, checkedOn, equality } = about;
  return (
    <>
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
    </>
  );
};
