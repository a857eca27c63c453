import type { Failure } from '../base/result';
import type { ShapeCode } from '../base/shape';
import type { RenderCode } from '../pdf/render';
import type { PolicyCode, SettingsCode } from '../policy/parse';
import type { RecordCode } from '../record/parse';
import type { ReplayCode } from '../record/replay';
import type { TimestampCode } from '../signing/timestamp';
import type { TrustCode } from '../signing/trust';
import type { SignatureCode } from '../signing/verify-signature';
import type { VerifyCode } from '../verify/codes';
import { timeSentence } from './verdict-time';
import type { LineId, LineState, VerdictLine } from '../verify/verdict';
import { trustRefusals, trustSentence } from './verdict-trust';
import { publishedSentence, publishedTitle } from './verdict-published';
import { touchedSentences, touchedTitles } from './verdict-touched';
import { sequelPassed, sequelRefusals, sequelTitles } from './verdict-sequel';

type Params = Failure['params'];
type Sentence = string | ((params: Params) => string);

/** What each line is about. */
export const lineTitles: Readonly<Record<LineId, string>> = {
  form: 'Kind of file',
  unchanged: 'Changes since signing',
  enclosed: 'Files inside',
  data: 'Data',
  text: 'Characters',
  layout: 'Pages',
  signer: 'Signer',
  time: 'Time',
  trust: 'Trust in the signer',
  outcome: 'Recommendation',
  practice: 'Practice',
  published: publishedTitle,
  ...sequelTitles,
  ...touchedTitles,
};

/** The short word for a line's state. */
export const stateWords: Readonly<Record<LineState, string>> = {
  good: 'Passed',
  note: 'Take note',
  refused: 'Refused',
  'not-checked': 'Not checked',
};

const thing = ({ of }: Params): string => (of === 'document' ? 'document' : 'record');

const byOrganisation = ({ name, organisation }: Params): string =>
  organisation === '' ? `${name}` : `${name} (${organisation})`;

/** What a line that is not refused says. */
const passed: Readonly<Record<LineId, Sentence>> = {
  form: 'This is a PDF of the form that this service makes, with one signature and nothing added.',
  unchanged: 'Every byte is as it was when the file was signed.',
  enclosed: ({ count, of }) =>
    of === 'document'
      ? `The file holds ${Number(count) > 0 ? 'the file that it says it encloses, and no other' : 'no other file'}.`
      : `The file holds the ${count} enclosed files that the record lists, and no others.`,
  data: ({ reference }) =>
    `The data is complete and well formed.${reference === undefined ? '' : ` Its reference is ${reference}.`}`,
  text: 'Every text is printed as it stands in the data. There are no hidden or look-alike characters.',
  layout: 'The pages were made again from the data and are the same, byte for byte.',
  signer: (params) => `The ${thing(params)} names the certificate that signed it: ${byOrganisation(params)}.`,
  time: timeSentence,
  trust: trustSentence,
  outcome:
    'The policy inside the record was applied to the answers again and gives the same path, conditions and outcome.',
  practice:
    'PRACTICE: this record was made for practice, with a key that was thrown away. It decides nothing. Do not put it on a register.',
  published: publishedSentence,
  ...sequelPassed,
  ...touchedSentences,
};

/** Why trust was not checked though nothing was refused. */
const withoutList =
  'You gave no certificates that you trust, so this check cannot tell whether the signer is who the record says. Ask the council for its list.';

type Code =
  | Exclude<VerifyCode, keyof typeof sequelRefusals>
  | SignatureCode
  | TrustCode
  | TimestampCode
  | ReplayCode
  | Exclude<RecordCode, ShapeCode>
  | Exclude<RenderCode, PolicyCode | SettingsCode>;

const damaged = 'Ask whoever sent the file for the original.';

/** Why a file is refused, and what to do. */
const refusals: Readonly<Record<Code | keyof typeof sequelRefusals, Sentence>> = {
  ...sequelRefusals,
  ...trustRefusals,
  'verify.too-large': ({ most }) => `The file is larger than ${most} MB, and no signed document is.`,
  'verify.not-pdf': 'The file is not a PDF.',
  'verify.header':
    'This PDF was not made by this service, or another program has saved it again. Ask for the original.',
  'verify.tail': `Something was added after the end of the record, or its end is missing. ${damaged}`,
  'verify.cross-reference':
    'Something was added to the file after it was signed, or another program has saved it again. Ask for the original.',
  'verify.trailer': `Something was added to the file, or another program has saved it again. ${damaged}`,
  'verify.catalog': `The file is damaged: its table of contents is missing. ${damaged}`,
  'verify.signature-field': 'The file holds no signature, or more than one. Records have exactly one.',
  'verify.copy': ({ id }) =>
    `This is a public extract: a copy that nobody signed, so there is nothing to check. Ask the council for the signed original, which is the record ${id}.`,
  'verify.signature-dictionary': `The signature in the file is not of the form that this service makes. ${damaged}`,
  'verify.attachments': 'The file does not enclose the files that every record encloses. It is no record.',
  'verify.attachment-name': 'Two files inside the record have the same name, or one has none.',
  'verify.attachment-stream': ({ name }) => `The enclosed file ${name} is not stored as this service stores files.`,
  'verify.no-record': 'The file does not hold the data of a record (record.json).',
  'verify.attachment-missing': ({ name }) => `The record lists the file ${name}, which is not there.`,
  'verify.attachment-unlisted': ({ name }) => `The file ${name} is inside, and the record does not list it.`,
  'verify.attachment-inflate': ({ name }) => `The enclosed file ${name} is damaged, or larger than the record says.`,
  'verify.attachment-differs': ({ name }) => `The enclosed file ${name} is not the one that the record lists.`,
  'verify.attachments-size': ({ most }) => `The enclosed files come to more than ${most} MB. No record holds so much.`,
  'verify.evidence-missing': ({ name }) => `An answer names the file ${name}, which is not enclosed.`,
  'verify.pinned': ({ name }) => `The enclosed ${name} is not the one that the record was made under.`,
  'verify.unknown-format': ({ found }) =>
    `The signature is intact, but the record is of a later format (${found}) that this version does not know. Check it with a newer version.`,
  'verify.unknown-renderer': ({ found }) =>
    `The signature is intact, but the pages were made by a version that this one does not know: ${found}. Check the record with a newer version.`,
  'verify.text':
    'A text in the data does not print as it stands: it has odd spaces, or characters that look like others.',
  'verify.layout-place': 'The pages are not the ones that the data gives.',
  'verify.layout-differs': ({ offset }) =>
    `The pages are not the ones that the data gives: they differ from byte ${offset} of the file on. Someone changed the pages before signing them.`,
  'verify.signer-certificate': 'The record names another certificate than the one that signed it.',
  'verify.signer-name': ({ said, found }) =>
    `The record says that ${said} signed it, but the certificate is ${found}’s.`,
  'verify.signer-algorithm': 'The record names another kind of key than the one that signed it.',
  'verify.signer-identity':
    'The record does not say truly whether the certificate is the signer’s own or was issued by an authority.',
  'verify.signer-authorities':
    'The authorities’ certificates beside the signature are not the ones that the record names: one was added or taken away.',
  'verify.signature-level': ({ level }) =>
    level === 'B-T'
      ? 'The record says that its signature carries a timestamp, but there is none.'
      : 'The record says that its signature carries no timestamp, but something stands in its place.',
  'verify.time-certificate': ({ from, until }) =>
    `The record was signed outside the time for which the certificate is valid (from ${from} to ${until}).`,
  'verify.time-future':
    'The record says that it was signed in the future. Check the clock of this computer; if it is right, the signer’s was wrong.',
  'verify.time-stamped': ({ at }) =>
    `The timestamp of ${at} lies outside the time for which the signer’s certificate is valid.`,
  'timestamp.malformed': `The timestamp is not of the form that this check takes. ${damaged}`,
  'timestamp.not-strict': `Something was put into the timestamp after it was made. ${damaged}`,
  'timestamp.imprint': 'The timestamp belongs to another signature.',
  'timestamp.certificate': 'The timestamp was not made by an authority whose certificate is for timestamps.',
  'timestamp.signature': `The timestamp was changed after it was made. ${damaged}`,
  'timestamp.dates': 'The timestamp was made outside the time for which its authority’s certificate is valid.',
  'verify.fault': ({ reason }) => `The file could not be read (${reason}). It is not a record, or it is damaged.`,
  'verify.timeout': ({ seconds }) =>
    `The check took longer than ${seconds} seconds and was stopped. No genuine record takes so long.`,
  'verify.cancelled': 'You stopped the check.',
  'verify.unreadable': ({ reason }) =>
    `The file could not be opened. Save it to this computer and choose it again. (${reason})`,
  'signature.places': 'The place of the signature does not hold a signature of the form that this service makes.',
  'signature.byte-range': 'The file was never signed, or its signature does not cover all of it.',
  'signature.digest': `The file was changed after it was signed. ${damaged}`,
  'signature.value': 'The signature was not made with the key of the certificate that it names.',
  'der.malformed': `The signature is damaged. ${damaged}`,
  'cms.malformed': `The signature is not of the form that this service makes. ${damaged}`,
  'cms.not-ours': `Something was put into the signature after signing. ${damaged}`,
  'cms.chain': 'The certificates beside the signature do not belong together.',
  'cms.signature-form': `The value of the signature is not written in its one form. ${damaged}`,
  'cms.high-s': `The value of the signature was rewritten after signing. ${damaged}`,
  'certificate.malformed': 'A certificate is damaged.',
  'certificate.version': 'A certificate is of an old kind that is not accepted (not X.509 version 3).',
  'certificate.key': 'A certificate has a key that is not accepted. It must be P-256, or RSA of 2,048 to 4,096 bits.',
  'certificate.algorithm': 'A certificate was signed in a way that is no longer safe.',
  'certificate.extension-unknown': ({ oid }) => `A certificate asks for a rule that this check does not know (${oid}).`,
  'certificate.name': 'A certificate names nobody.',
  'certificate.is-authority': 'The certificate belongs to an authority, not to a person.',
  'certificate.not-authority': 'A certificate stands for an authority, and does not belong to one.',
  'certificate.key-usage': 'A certificate is not meant for what it was used for.',
  'certificate.purpose': 'The certificate is not meant for signing documents.',
  'pem.none':
    'This file holds no certificate. Choose a PEM file, which begins with “-----BEGIN CERTIFICATE-----”, or a list of trust (JSON).',
  'pem.malformed': ({ number }) => `Certificate ${number} of this file is damaged.`,
  'record.too-large': 'The data of the record is larger than any record can be.',
  'record.format': ({ found }) => `The data is not of a format that this service makes (${String(found)}).`,
  'record.not-canonical':
    'The data is not written in its one form: something was added, doubled or put in another order.',
  'record.log-order': 'The answers do not stand in the order in which they were given.',
  'record.log-start': 'The list of answers does not begin as the record says.',
  'record.log-draft': 'The list holds answers of another assessment.',
  'record.reference': 'The printed reference is not the one that belongs to this assessment.',
  'record.time': 'The record says that it was signed before it was begun.',
  'record.signed-by': 'What the record says about its signature does not fit together.',
  'record.attachments': 'The record does not list its enclosed files as it must.',
  'replay.log':
    'The log of answers names a page, a question, a recommendation or a policy that this record does not have.',
  'replay.pinned': 'The enclosed policy or settings are not the ones that the record names.',
  'replay.receipts':
    'The record was carried over to another version of its policy, and what it says became of an answer is not so.',
  'replay.no-outcome': 'The answers in the record do not lead to an outcome.',
  'replay.differs': ({ part }) => `The record states something that its own answers do not give, under “${part}”.`,
  'render.resources': 'The pages were made with other fonts than this version has.',
  'render.missing-file': 'A file that the pages are made from is missing.',
  'render.file-differs': 'A file that the pages are made from is another one.',
  'render.not-started': 'The list of answers has no beginning.',
  'pdf.text-characters': ({ characters }) => `The record holds characters that cannot be printed: ${characters}`,
  'pdf.text-form': 'The record holds a text that cannot be printed as it stands.',
  'pdf.empty': 'The record holds an empty text where words must stand.',
  'pdf.heading-order': 'The headings of the record do not follow one another.',
  'pdf.table-shape': 'A table or list of the record is empty or uneven.',
  'pdf.time': 'The time of signing cannot be printed.',
  'pdf.language': 'The language of the record is not known.',
  'pdf.file-id': 'The record’s id is not of the right form.',
  'pdf.attachment-name': ({ name }) => `The enclosed file ${name} has a name that is not allowed.`,
  'pdf.attachment-type': ({ type }) => `An enclosed file is of a kind that is not allowed (${type}).`,
  'pdf.too-long': ({ most }) => `The record would be longer than ${most} pages. No record is.`,
};

const say = (sentence: Sentence, params: Params): string =>
  typeof sentence === 'string' ? sentence : sentence(params);

const isOwn = (code: string): code is keyof typeof refusals => Object.hasOwn(refusals, code);

/** Why a check was not passed, as a sentence. Of data that is not of its form, where; the rest is for those who made it. */
export const refusalSentence = ({ code, place, params }: Failure): string =>
  isOwn(code)
    ? say(refusals[code], params)
    : `The data is not of the form that this version reads, at “${place === '' ? 'record.json' : place}” (${code}).`;

/** How many refusals of one line are told; the rest say no more. */
const most = 5;

/** What a line of a verdict says, in one sentence or several; nothing where it was not checked after a refusal. */
export const lineSentences = ({ id, state, failures = [], params }: VerdictLine): readonly string[] => {
  if (failures.length > 0) return failures.slice(0, most).map(refusalSentence);
  if (state !== 'not-checked') return [say(passed[id], params)];
  return params.list === 'none' ? [withoutList] : [];
};

export { preReleaseSentence, verdictSentence, verdictTitle } from './verdict-title';
