import { utf8 } from '../../src/base/bytes';
import { canonical, type Json } from '../../src/base/canonical';
import { sha256Hex } from '../../src/base/hash';
import type { Entry } from '../../src/assessment/log';
import type { RecordPayload } from '../../src/record/payload';
import type { ReadyRecord } from '../../src/record/seal';
import { makeExtract } from '../../src/pdf/extract';
import { succeed } from '../../src/base/result';
import { council, keyholder, valueOf } from '../../tests/signing/material';
import { attachmentsOf, doctored, loose, loosePayload } from '../../tests/verify/forge';
import {
  forged,
  logOf,
  madeRecord,
  namedFiles,
  print,
  recordOf,
  resealed,
  resources,
  sign,
  verify,
} from '../../tests/verify/made';
import type { Bytes, Forgery, ForgeryClass } from './forgery';

/** Answers with a file among them. */
const withEvidence = 10;
/** Answers that raise conditions. */
const withConditions = 4;

type Loosely = Record<string, Json>;
const bytes = async (made: Promise<Uint8Array>): Promise<Bytes> => new Uint8Array(await made);

/** Any JSON whatever as the data, beside honest files and pages that say something else. */
const data = (json: string): Promise<Bytes> => bytes(loosePayload(json));
const text = (): string => canonical(recordOf().payload);
const edited = (change: (payload: Loosely) => void, record = recordOf()): Promise<Bytes> => {
  const payload = structuredClone(record.payload) as unknown as Loosely;
  change(payload);
  return bytes(loosePayload(payload, record));
};

type Line = readonly [string, string, () => Bytes | Promise<Bytes>];
const forgeries = (lines: readonly Line[], more: Partial<Forgery> = {}): readonly Forgery[] =>
  lines.map(([name, code, make]) => ({ name, expects: code === '' ? [] : [code], make, ...more }));

const notOneForm: readonly Line[] = [
  [
    'keys in another order',
    'data: record.not-canonical',
    () => data(JSON.stringify(Object.fromEntries(Object.entries(recordOf().payload).reverse()))),
  ],
  ['a space between tokens', 'data: record.not-canonical', () => data(text().replace('{"app":', '{ "app":'))],
  [
    'a letter written with an escape',
    'data: record.not-canonical',
    () => data(text().replace('"record/0"', '"record\\/0"')),
  ],
  [
    'a number written otherwise',
    'data: record.not-canonical',
    () => data(text().replace('"revision":1', '"revision":1.0')),
  ],
  ['a doubled key', 'data: json.doubled-key', () => data(text().replace('{"app":', '{"app":"9.9.9","app":'))],
  [
    'a key hidden from JavaScript',
    'data: shape.forbidden-key',
    () => data(text().replace(/}$/, ',"__proto__":{"outcome":"refuse"}}')),
  ],
  ['no JSON', 'data: json.syntax', () => data('{"format":')],
  ['more data behind the data', 'data: json.syntax', () => data(`${text()}{}`)],
  [
    'bytes that are no UTF-8',
    'data: json.not-utf8',
    () => bytes(loose(attachmentsOf(recordOf(), { 'record.json': new Uint8Array([0x7b, 0xff, 0x7d]) }))),
  ],
  ['100,000 levels', 'data: json.too-deep', () => data('['.repeat(100_000) + ']'.repeat(100_000))],
];

const notOurShape: readonly Line[] = [
  [
    'an outcome that no page prints',
    'data: shape.unknown-key',
    () => edited((payload) => void (payload.outcome = 'refuse')),
  ],
  ['a key that is missing', 'data: shape.missing', () => edited((payload) => void delete payload.declaration)],
  ['the kind of another document', 'data: shape.choice', () => edited((payload) => void (payload.kind = 'decision'))],
  ['a format that is none', 'data: record.format', () => edited((payload) => void (payload.format = 'decision/0'))],
  ['half a character', 'data: shape.format', () => data(text().replace('"job":"', '"job":"\\ud800'))],
  ['a number no one can write', 'data: shape.kind', () => data(text().replace('"revision":1', '"revision":1e-7'))],
  ['a number in place of a text', 'data: shape.kind', () => edited((payload) => void (payload.title = 7))],
  [
    'a day that is none',
    'data: shape.format',
    () => data(text().replace('"signedAt":"2026-11-22', '"signedAt":"2026-02-31')),
  ],
  [
    'markup in the time',
    'data: shape.format',
    () => data(text().replace(/"signedAt":"[^"]*/, '$&</xmp:CreateDate><dc:title>APPROVED')),
  ],
  [
    'objects of a PDF in the time',
    'data: shape.format',
    () => data(text().replace(/"signedAt":"[^"]*/, '$&\\nendstream\\nendobj\\n4 0 obj')),
  ],
  [
    '5,001 answers',
    'data: shape.size',
    () =>
      edited((payload) => {
        const { log } = payload as unknown as RecordPayload;
        const [, entry] = log;
        payload.log = Array.from({ length: 5001 }, () => entry as unknown as Json);
      }),
  ],
  [
    'more data than any record has',
    'enclosed: verify.attachment-inflate',
    () => edited((payload) => void (payload.declaration = 'a '.repeat(4_000_000))),
  ],
];

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
const texts = (): readonly Line[] => [
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

const doesNotHold: readonly Line[] = [
  [
    'signed before it began',
    'data: record.time',
    () => edited((payload) => void ((payload.time as Loosely).signedAt = '2026-11-22T08:59:59+00:00')),
  ],
  [
    'a timestamp said and none asked for',
    'data: record.signed-by',
    () => edited((payload) => void ((payload.signature as Loosely).level = 'B-T')),
  ],
  [
    'another reference than the evaluation’s',
    'data: record.reference',
    () => edited((payload) => void (payload.reference = 'E-11111-11111')),
  ],
  [
    'answers in another order',
    'data: record.log-order',
    () => edited((payload) => void (payload.log as Json[]).push((payload.log as Json[]).splice(1, 1)[0] ?? '')),
  ],
  [
    'a beginning at another time',
    'data: record.log-start',
    () => edited((payload) => void ((payload.time as Loosely).startedAt = '2026-11-22T08:00:00+00:00')),
  ],
  [
    'an answer of another assessment',
    'data: record.log-draft',
    () => edited((payload) => void Object.assign((payload.log as Loosely[])[1] ?? {}, { draft: `${'0'.repeat(25)}8` })),
  ],
  [
    'a policy that is not listed',
    'data: record.attachments',
    () => edited((payload) => void (payload.attachments as Json[]).shift()),
  ],
  [
    'a file listed twice',
    'data: record.attachments',
    () => edited((payload) => void (payload.attachments as Json[]).push((payload.attachments as Json[])[0] ?? '')),
  ],
];

const record = () => recordOf({ seed: withEvidence });
const evidence = (): Uint8Array => record().files.at(-1)?.bytes ?? new Uint8Array();
const beside = (files: Readonly<Record<string, Uint8Array | undefined>>): Promise<Bytes> =>
  bytes(loose(attachmentsOf(record(), files)));
const hexName = (name: string): string => Buffer.from(name, 'latin1').toString('hex').toUpperCase();
const renamed = (from: string, to: string): Promise<Bytes> =>
  bytes(doctored(new RegExp(`<${hexName(from)}>(?= \\d)`), `<${hexName(to)}>`));

const listed = (name: string, content: Uint8Array, from = recordOf()): ReadyRecord =>
  resealed(from, (payload) => ({
    ...payload,
    attachments: payload.attachments.map((file) =>
      file.name === name ? { ...file, size: content.length, sha256: sha256Hex(content) } : file,
    ),
  }));

/** A record made under a policy of the forger’s own. */
const under = (content: Uint8Array): Promise<Bytes> => {
  const other = resealed(listed('policy.json', content), (payload) => ({
    ...payload,
    policy: { ...payload.policy, sha256: sha256Hex(content) },
  }));
  return bytes(loose(attachmentsOf(other, { 'policy.json': content })));
};

const enclosed: readonly Line[] = [
  ['no list of files', 'enclosed: verify.attachments', () => bytes(doctored('/EmbeddedFiles <<', '/EmbeddedFilez <<'))],
  ['no files', 'enclosed: verify.attachments', () => bytes(loose([]))],
  ['two files of one name', 'enclosed: verify.attachment-name', () => renamed('policy.json', 'record.json')],
  [
    'a file without compression',
    'enclosed: verify.attachment-stream',
    () => bytes(doctored('/FlateDecode /Length', '/FlateDecodf /Length')),
  ],
  ['no data', 'enclosed: verify.no-record', () => renamed('record.json', 'recorz.json')],
  ['other files alone', 'enclosed: verify.no-record', () => bytes(loose([{ name: 'notes.json', bytes: utf8('{}') }]))],
  ['a record that is a decision too', 'enclosed: verify.kinds-mixed', () => beside({ 'decision.json': utf8('{}') })],
  ['evidence that is missing', 'enclosed: verify.attachment-missing', () => beside({ '1.pdf': undefined })],
  ['evidence that nobody lists', 'enclosed: verify.attachment-unlisted', () => beside({ 'more.pdf': evidence() })],
  [
    'other evidence',
    'enclosed: verify.attachment-differs',
    () => beside({ '1.pdf': new Uint8Array(evidence()).fill(42) }),
  ],
  ['shorter evidence', 'enclosed: verify.attachment-differs', () => beside({ '1.pdf': evidence().subarray(1) })],
  ['evidence that swells', 'enclosed: verify.attachment-inflate', () => beside({ '1.pdf': new Uint8Array(1_000_000) })],
  [
    'evidence of 100 MB',
    'enclosed: verify.attachments-size',
    () =>
      bytes(
        loose(
          attachmentsOf(
            resealed(record(), (payload) => ({
              ...payload,
              attachments: payload.attachments.map((file) => ({ ...file, size: 50_000_000 })),
            })),
          ),
        ),
      ),
  ],
  [
    'evidence that answers name and the record leaves out',
    'enclosed: verify.evidence-missing',
    () => {
      const bare = recordOf({ seed: withEvidence, sealing: { evidence: [] } });
      return bytes(sign(print(bare, namedFiles(bare))));
    },
  ],
  [
    'another policy than the one that it names',
    'data: verify.pinned',
    () => {
      const spaced = utf8(
        JSON.stringify(JSON.parse(Buffer.from(recordOf().files[0]?.bytes ?? []).toString()), null, 1),
      );
      return bytes(loose(attachmentsOf(listed('policy.json', spaced), { 'policy.json': spaced })));
    },
  ],
  ['a policy that is none', 'data: policy.not-a-policy', () => under(utf8('{"no":"policy"}'))],
];

/** Changes of the pages and of what belongs to them that keep their length: what is changed, what stood there, what does then. */
export const pageDamage = [
  ['the structure', '/Pg ', '/Px '],
  ['what a glyph is read as', '<ffff>', '<fffe>'],
  ['the title in the metadata', '<dc:title>', '<dc:titel>'],
  ['the certification', '/P 1 >>', '/P 2 >>'],
  ['the layout that readers open with', '/OneColumn', '/TwoPageLe'],
  ['what content is whose', '/MCID 0>>', '/MCID 1>>'],
] as const;

const pages: readonly Line[] = [
  ['pages of another document', 'layout: verify.layout-place', () => bytes(loose(attachmentsOf(recordOf())))],
  ...pageDamage.map(([name, from, to]): Line => [
    name,
    'layout: verify.layout-differs',
    () => bytes(doctored(from, to)),
  ]),
];

const says = (signer: Partial<RecordPayload['signer']>): Promise<Bytes> =>
  forged((payload) => ({ ...payload, signer: { ...payload.signer, ...signer } }));
const at = (signedAt: string): Promise<Bytes> =>
  forged((payload) => ({ ...payload, time: { ...payload.time, signedAt } }));

const signer: readonly Line[] = [
  ['the Chief Executive’s name', 'signer: verify.signer-name', () => says({ name: 'Dame Chief Executive' })],
  ['an authority’s word', 'signer: verify.signer-identity', () => says({ identity: 'council-ca' })],
  [
    'another kind of key',
    'signer: verify.signer-algorithm',
    () => forged((payload) => ({ ...payload, signature: { ...payload.signature, algorithm: 'RS256' } })),
  ],
  [
    'a stranger of the same name signs the same pages',
    'signer: verify.signer-certificate',
    async () => {
      const honest = recordOf();
      return sign(print(honest, namedFiles(honest)), await keyholder('ES256'));
    },
  ],
];

const time: readonly Forgery[] = [
  {
    name: 'signed in 2037, after the certificate’s end',
    expects: ['time: verify.time-certificate'],
    make: () => at('2037-01-01T00:00:00+00:00'),
    options: { now: '2037-01-02T00:00:00+00:00' },
  },
  {
    name: 'signed in the future',
    expects: ['time: verify.time-future'],
    make: () => at('2026-11-24T12:00:01+00:00'),
    options: { now: '2026-11-23T12:00:00+00:00' },
  },
  {
    name: 'signed before the certificate began',
    expects: ['time: verify.time-certificate'],
    make: async () => madeRecord({ signer: await keyholder('ES256', council, '2026-12-24T00:00:00+00:00') }),
  },
];

const lie = (change: (result: RecordPayload['result']) => Partial<RecordPayload['result']>): Promise<Bytes> =>
  forged((payload) => ({ ...payload, result: { ...payload.result, ...change(payload.result) } }), {
    seed: withConditions,
  });
const notFrom = 'outcome: replay.differs';
const results: readonly Line[] = [
  ['another outcome', notFrom, () => lie(() => ({ outcome: 'something-else' }))],
  ['a condition left out', notFrom, () => lie(({ conditions }) => ({ conditions: conditions.slice(1) }))],
  ['a page left out', notFrom, () => lie(({ path }) => ({ path: path.slice(1) }))],
  ['an answer left out', notFrom, () => lie(({ answers }) => ({ answers: answers.slice(1) }))],
  ['a value left out', notFrom, () => lie(({ values }) => ({ values: values.slice(1) }))],
  ['a detail of the register invented', notFrom, () => lie(() => ({ register: [{ id: 'cost', value: 1 }] }))],
  ['a question left open', notFrom, () => lie(() => ({ unsure: ['something'] }))],
  ['another declaration', notFrom, () => forged((payload) => ({ ...payload, declaration: 'I declare nothing.' }))],
  [
    'a practice record that hides it',
    notFrom,
    () => forged((payload) => ({ ...payload, kind: 'record' }), { practice: true }),
  ],
  ['another record replaced', notFrom, () => forged((payload) => ({ ...payload, replaces: 'ab'.repeat(32) }))],
  [
    'another version of the policy named',
    'outcome: replay.pinned',
    () => forged((payload) => ({ ...payload, policy: { ...payload.policy, version: '9.9.9' } })),
  ],
  [
    'a beginning under other settings',
    'outcome: replay.log',
    () =>
      forged((payload) => ({
        ...payload,
        log: payload.log.map((entry): Entry =>
          entry.kind === 'started' ? { ...entry, settings: '0'.repeat(64) } : entry,
        ),
      })),
  ],
  [
    'another policy’s name',
    'outcome: replay.pinned',
    () => forged((payload) => ({ ...payload, policy: { ...payload.policy, id: 'other' } })),
  ],
  [
    'answers that reach no outcome',
    'outcome: replay.no-outcome',
    () => forged((payload) => ({ ...payload, log: payload.log.slice(0, 2) })),
  ],
  [
    'no answers',
    'outcome: replay.no-outcome',
    () => forged((payload) => ({ ...payload, log: payload.log.slice(0, 1) })),
  ],
];

const later: readonly Line[] = [
  ['a later format', '', () => edited((payload) => void (payload.format = 'record/1'))],
  ['a much later format', '', () => edited((payload) => void (payload.format = 'record/9999'))],
  ['a later renderer', '', () => edited((payload) => void (payload.renderer = { version: 1, sha256: '0'.repeat(64) }))],
  ['other fonts', '', () => edited((payload) => void (payload.renderer = { version: 0, sha256: '0'.repeat(64) }))],
];

/** The extract of a record that a council may publish: nobody signed it. */
const extract = async (seed: number): Promise<Bytes> => {
  const { record: proven } = await verify(await madeRecord({ seed }));
  if (!proven) throw new Error('no record');
  return new Uint8Array(valueOf(makeExtract(proven, resources)).pdf);
};

const levels: readonly Line[] = [
  [
    'a timestamp said and none there',
    'signer: verify.signature-level',
    () => madeRecord({ sealing: { tsa: '/timestamp' } }),
  ],
  [
    'a timestamp that is none',
    'time: timestamp.malformed',
    () => madeRecord({ sealing: { tsa: '/timestamp' }, timestamping: async () => succeed(new Uint8Array([0x30, 0])) }),
  ],
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

/** What the owner of a genuine key can sign: every byte is covered, and nothing but our own reading finds the lie. */
export const genuineKey = (): readonly ForgeryClass[] => [
  { id: 'data not in its one form', needs: 'a genuine key', forgeries: forgeries(notOneForm) },
  { id: 'data of another shape', needs: 'a genuine key', forgeries: forgeries(notOurShape) },
  { id: 'data that does not hold together', needs: 'a genuine key', forgeries: forgeries(doesNotHold) },
  { id: 'words that look like others', needs: 'a genuine key', forgeries: forgeries(texts()) },
  { id: 'files inside', needs: 'a genuine key', forgeries: forgeries(enclosed) },
  { id: 'pages', needs: 'a genuine key', forgeries: forgeries(pages) },
  { id: 'signer', needs: 'a genuine key', forgeries: forgeries(signer) },
  { id: 'time', needs: 'a genuine key', forgeries: time },
  { id: 'level of the signature', needs: 'a genuine key', forgeries: forgeries(levels) },
  {
    id: 'a copy that nobody signed',
    needs: 'no key',
    forgeries: forgeries([
      ['the public extract', 'form: verify.copy', () => extract(1)],
      ['another', 'form: verify.copy', () => extract(withConditions)],
    ]),
  },
  { id: 'result', needs: 'a genuine key', forgeries: forgeries(results) },
  { id: 'a later version', needs: 'a genuine key', forgeries: forgeries(later, { unknown: true }) },
  {
    id: 'words that look like a PDF',
    needs: 'a genuine key',
    forgeries: forgeries(
      words.map((said): Line => [said, '', () => madeRecord({ log: saying(said) })]),
      { lawful: true },
    ),
  },
];
