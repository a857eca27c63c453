import { outcomeStrings } from './outcome';

/** The sentences about telling others: what to send, and a covering email. */
export const sendStrings = {
  by: 'By when',
  noDay: 'As soon as you can: no day is set.',
  attach: 'What to attach',
  record: {
    signed: (name: string) => `The signed record, ${name}`,
    due: (name: string) => `The signed record, which will be called ${name}`,
    optional: (name: string) => `The record, if you sign one. It will be called ${name}`,
  },
  title: 'A covering email',
  lead: 'Copy it, add the person’s name, and attach what is listed above.',
  leadOptional: 'Copy it and add the person’s name. If you sign a record to keep, attach it and say so.',
  copyTo: (address: string) => `The register’s address, for a copy: ${address}`,
} as const;

/** What a covering email says, in words already. */
export interface Covering {
  readonly title: string;
  readonly practice: boolean;
  readonly reference: string;
  readonly recommendation: string;
  readonly reason: string;
  /** Lines that lead: the timing. */
  readonly lines: readonly string[];
  readonly decides: string | undefined;
  /** Why they decide, in sentences. */
  readonly because: readonly string[];
  /** The conditions that fall due at each point, in order, each with whose it is. */
  readonly conditions: readonly { readonly due: string; readonly items: readonly string[] }[];
  /** The file of the signed record, where there must be one. */
  readonly file: string | undefined;
}

const many = (count: number): string => (count === 1 ? '1 condition' : `${count} conditions`);

export const coveringSubject = ({ title, practice, reference, recommendation }: Covering): string =>
  `${practice ? 'Practice only: ' : ''}${title}: ${recommendation} (${reference})`;

/** The email as plain text, one paragraph after another. */
export const coveringText = (email: Covering): string => {
  const all = email.conditions.flatMap(({ items }) => items).length;
  return [
    'Hello,',
    ...(email.practice ? ['This is for practice only. It decides nothing.'] : []),
    `I have finished an assessment of ${email.title}. Its reference is ${email.reference}.`,
    `${email.recommendation}\n${email.reason}`,
    ...(email.lines.length === 0 ? [] : [email.lines.join('\n')]),
    ...(email.decides === undefined
      ? []
      : [
          [
            `Who decides: ${email.decides}`,
            ...(email.because.length > 0 ? [outcomeStrings.because(email.because)] : []),
          ].join('\n'),
        ]),
    all === 0
      ? 'No conditions go with it.'
      : [
          `${many(all)} ${all === 1 ? 'goes' : 'go'} with it:`,
          ...email.conditions.map(({ due, items }) => [`${due}:`, ...items.map((item) => `- ${item}`)].join('\n')),
        ].join('\n\n'),
    ...(email.file === undefined
      ? []
      : [
          `The signed record is attached: ${email.file}. Please keep the file as it is: printing it to a new file, or saving it again, breaks the signature.`,
        ]),
    'This is a recommendation. It is not approval to sign, spend or share data.',
  ].join('\n\n');
};
