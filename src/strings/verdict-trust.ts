import type { Failure } from '../base/result';
import type { TrustRole } from '../signing/trust-file';
import type { TrustLineCode } from '../verify/trust';
import type { TrustFileCode } from '../signing/trust-file';

type Params = Failure['params'];
type Sentence = string | ((params: Params) => string);

/** What somebody signs as. */
const roleWords: Readonly<Record<TrustRole, string>> = {
  officer: 'the officer who made a record',
  approver: 'an approver',
  recorder: 'a recorder of what came next',
};

const isRole = (word: string): word is TrustRole => Object.hasOwn(roleWords, word);

const rolesIn = (words: string | number | undefined): string =>
  String(words)
    .split(' ')
    .map((word) => (isRole(word) ? roleWords[word] : word))
    .join(' or ');

/** Whether the list says that the printed name is the key’s, and that the role is allowed; or that it does not say. */
const termsSentence = ({ person, role, saysPerson, saysRole, withdrawnOn }: Params): string => {
  const whose =
    saysPerson === 'yes'
      ? `Your list says that it is the key of ${person}, the name that is printed.`
      : `Your list does not say whose key it is: the name ${person} rests on the certificate.`;
  const allowed =
    saysRole === 'yes'
      ? `The list allows it to sign as ${rolesIn(role)}, as it does here.`
      : `The list does not say what it may sign. Here it signs as ${rolesIn(role)}.`;
  const withdrawn =
    withdrawnOn === undefined
      ? ''
      : ` It was withdrawn on ${withdrawnOn}. A timestamp, or the register on your list, shows that this document was there before.`;
  return `${whose} ${allowed}${withdrawn}`;
};

export const trustSentence = (params: Params): string =>
  `${
    params.by === 'authority'
      ? `The certificate was issued by ${params.name}, which is on your list.`
      : `The certificate of ${params.name} is on your list.`
  } ${termsSentence(params)}`;

const period = ({ from, until }: Params): string =>
  [from === '' ? '' : `from ${from}`, until === '' ? '' : `until ${until}`].filter(Boolean).join(' ');

export const trustRefusals: Readonly<Record<TrustLineCode | TrustFileCode, Sentence>> = {
  'verify.trust-unknown': ({ sha256 }) =>
    `The signer is not on your list of certificates. Compare the fingerprint with the council’s list before you rely on the record: ${sha256}`,
  'verify.trust-dates': ({ name }) => `The authority ${name} was not valid when the record was signed.`,
  'verify.trust-person': ({ said, person }) =>
    `The name printed is ${said}, but your list says that the key is ${person}’s. Ask ${person} whether they signed this.`,
  'verify.trust-role': ({ role, roles }) =>
    `It was signed as ${rolesIn(role)}, but your list allows this key to sign only as ${rolesIn(roles)}.`,
  'verify.trust-period': (params) =>
    `It was signed at a time for which your list does not trust this key. The list trusts it ${period(params)}.`,
  'verify.trust-withdrawn': ({ on }) =>
    `Your list says that this key was withdrawn on ${on}. Nothing proves that the document was signed before: it has no timestamp by an authority on your list, and the list does not say that the register had it before then.`,
  'trust.form': ({ at, code }) =>
    `This is not a list of trust of the form trust/0: look at “${at === '' ? 'the whole file' : at}” (${code}).`,
  'trust.order': ({ number }) => `Entry ${number} of the list begins after it ends.`,
};
