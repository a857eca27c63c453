import { emailStrings } from '../strings/email';
import { Copyable } from './copyable';

/** The longest address that mail programs and browsers are sure to take. */
const longest = 1900;

/** The address that opens an email in the person's own program; without the message where that would be too long. */
export const mailTo = (email: {
  readonly cc?: string | undefined;
  readonly subject: string;
  readonly body?: string;
}): string => {
  const { cc, subject, body } = email;
  const asAddress = (parts: readonly (readonly [string, string | undefined])[]): string =>
    `mailto:?${parts.flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${encodeURIComponent(value)}`])).join('&')}`;
  const parts = [
    ['cc', cc],
    ['subject', subject],
  ] as const;
  const whole = asAddress([...parts, ['body', body?.replaceAll('\n', '\r\n')]]);
  return whole.length <= longest ? whole : asAddress(parts);
};

interface EmailProps {
  /** Tells the emails of a page apart. */
  readonly name: string;
  readonly cc?: string | undefined;
  readonly subject: string;
  readonly body: string;
  readonly copy: (text: string) => Promise<boolean>;
}

/** An email to be copied, or opened in the person's own program. Nothing is sent from here. */
export const Email = ({ name, cc, subject, body, copy }: EmailProps) => {
  const { copied, notCopied } = emailStrings;
  const part = (what: 'subject' | 'message', text: string, label: string) => (
    <Copyable
      name={`${name}-${what}`}
      label={emailStrings[what]}
      text={text}
      words={{ copy: label, copied, notCopied }}
      copy={copy}
    />
  );
  return (
    <>
      {part('subject', subject, emailStrings.copySubject)}
      {part('message', body, emailStrings.copyMessage)}
      <p className="govuk-body">
        <a className="govuk-link" href={mailTo({ cc, subject, body })}>
          {emailStrings.open}
        </a>
      </p>
    </>
  );
};
