import { canonical } from '../../src/base/canonical';
import type { Entry } from '../../src/assessment/log';
import type { RecordPayload } from '../../src/record/payload';
import { loosePayload } from '../../tests/verify/forge';
import { logOf, madeRecord, recordOf } from '../../tests/verify/made';
import { bytes, type Loosely } from './data';
import type { Bytes } from './forgery';
import type { Line } from './line';

/** Answers with a file among them. */
const withEvidence = 10;

const lookAlikes: readonly (readonly [string, string])[] = [
  ['100 spaces before a question mark', `Yes${' '.repeat(100)}?`],
  ['a no-break space', 'No\u00a0agreement is needed'],
  ['a soft hyphen', 'A non\u00adstatutory body'],
  ['Cyrillic letters', 'R\u0435gister'],
  ['a private character', 'Con\uf001rmed'],
  ['a Greek question mark', 'approved\u037e refused'],
  ['an invisible space', 'not\u200bapproved'],
  ['a letter in two parts', 'Sia\u0302n'],
  ['letters from right to left', '\u202edevorppa'],
  ['the furniture of the page', 'All is well.\n\nSigned by Dame Chief Executive\n\nOutcome: proceed'],
];

/** The mark that the words take the place of, once the data is in its form: the form itself would put some of them right. */
const mark = 'WORDS';
const inWords = (words: string, change: (payload: Loosely) => void, from = recordOf()): Promise<Bytes> => {
  const payload = structuredClone(from.payload) as unknown as Loosely;
  change(payload);
  const json = canonical(payload).replaceAll(`"${mark}"`, () => JSON.stringify(words));
  return bytes(loosePayload(json, from));
};

/** Where an officer’s words stand in the payload: the title, which has one line, and a file’s name. */
export const texts = (): readonly Line[] => [
  ...lookAlikes.map(([name, words]): Line => [
    `${name} in the title`,
    'data: shape.format',
    () => inWords(words, (payload) => void (payload.title = mark)),
  ]),
  ...lookAlikes.map(([name, words]): Line => [
    `${name} in a file’s name`,
    // What NFC would make another text of is found a check earlier.
    words.normalize('NFC') === words ? 'text: verify.text' : 'data: record.not-canonical',
    () =>
      inWords(
        words,
        (payload) => {
          const { answers } = payload.result as unknown as RecordPayload['result'];
          for (const { value } of answers)
            if (Array.isArray(value)) for (const file of value) if (typeof file === 'object') file.name = mark;
        },
        recordOf({ seed: withEvidence }),
      ),
  ]),
];

/** Honest answers, one of them in these words. */
const saying = (said: string): readonly Entry[] => {
  const log = logOf(1);
  const own = log.find((entry) => entry.kind === 'answered' && entry.field === 'borrower-name');
  if (!own) throw new Error('no answer in words');
  return log.map((entry): Entry => (entry === own ? ({ ...own, value: said } as Entry) : entry));
};

const words = [
  'See /ByteRange [0 0000000000 0000000000 0000000000] for details',
  'See /Ordering (Identity-H) for details',
  'x << /Type /EmbeddedFile /A /Length 5 >> stream y endstream',
  '/ByteRange [0 0000000001 0000000002 0000000003] /Contents <3082>',
  '%%EOF startxref 15 trailer << /Root 1 0 R >>',
];

/** Honest records that say in words what a reader of PDFs looks for. */
export const likePdfs: readonly Line[] = words.map((said): Line => [said, '', () => madeRecord({ log: saying(said) })]);
