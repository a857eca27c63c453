import { canonical, type Json } from '../../src/base/canonical';
import { utf8 } from '../../src/base/bytes';
import type { Entry } from '../../src/assessment/log';
import { reasonLimit } from '../../src/verify/judging';
import { attachmentsOf, fromLatin1, loose, loosePayload } from '../../tests/verify/forge';
import { recordOf } from '../../tests/verify/made';
import type { Bytes, Forgery, ForgeryClass } from './forgery';

/** A file that passes for one of ours as far as its catalog, which is given. */
export const withCatalog = (catalog: string): Bytes => {
  const head = `%PDF-1.7\n%\u00ba\u00df\u00ac\u00e0\n1 0 obj\n`;
  const body = `${head}${catalog}\nendobj\n`;
  const table = `xref\n0 2\n0000000000 65535 f \n0000000015 00000 n \ntrailer\n<< /Size 2 /Root 1 0 R /Info 1 0 R /ID [] >>`;
  return fromLatin1(`${body}${table}\nstartxref\n${body.length}\n%%EOF`);
};

const catalogs: readonly (readonly [string, () => string, string?])[] = [
  ['half a million dictionaries side by side', () => `[${'<< /Type /EmbeddedFile >> '.repeat(500_000)}]`],
  ['half a million dictionaries inside one another', () => '<< /Type '.repeat(500_000)],
  ['ten million brackets', () => '['.repeat(10_000_000)],
  ['ten megabytes of spaces', () => `<< ${' '.repeat(10_000_000)} >>`, 'form: verify.signature-field'],
  ['a string that never ends', () => `<< /A (${'a'.repeat(10_000_000)}`],
  ['a million doubled keys', () => `<< ${'/A 1 '.repeat(1_000_000)} >>`],
  ['99 MB of digits', () => `<< /A <${'0'.repeat(99_000_000)}> >>`, 'form: verify.signature-field'],
];

const edited = async (change: (payload: Record<string, Json>) => void): Promise<Bytes> => {
  const payload = structuredClone(recordOf().payload) as unknown as Record<string, Json>;
  change(payload);
  return new Uint8Array(await loosePayload(canonical(payload)));
};

const many =
  (count: number) =>
  (payload: Record<string, Json>): void => {
    const log = payload.log as unknown as Entry[];
    const [, answer] = log;
    if (!answer) throw new Error('no answer');
    for (let counter = log.length + 1; counter <= count; counter++)
      log.push({ ...answer, counter, id: `${'0'.repeat(26)}${counter}`.slice(-26) });
  };

const signed: readonly (readonly [string, string | readonly string[], () => Promise<Bytes>])[] = [
  [
    'a record.json of a hundred megabytes of zeros',
    'enclosed: verify.attachment-inflate',
    async () => new Uint8Array(await loose(attachmentsOf(recordOf(), { 'record.json': new Uint8Array(100_000_000) }))),
  ],
  [
    'a policy of a hundred megabytes of zeros',
    'enclosed: verify.attachment-inflate',
    async () => new Uint8Array(await loose(attachmentsOf(recordOf(), { 'policy.json': new Uint8Array(100_000_000) }))),
  ],
  [
    '8 MB in one text',
    ['data: shape.size', 'data: shape.format'],
    () => edited((payload) => void (payload.declaration = 'a '.repeat(3_900_000))),
  ],
  [
    'a million pages in the path',
    ['data: shape.size', ...Array.from({ length: 7 }, () => 'data: shape.missing')],
    () => edited((payload) => void (payload.result = { path: Array.from({ length: 1_000_000 }, () => 'a') })),
  ],
  [
    '200,000 unknown keys',
    Array.from({ length: reasonLimit }, () => 'data: shape.unknown-key'),
    () =>
      edited(
        (payload) =>
          void Object.assign(
            payload,
            Object.fromEntries(Array.from({ length: 200_000 }, (_, index) => [`k${index}`, 1])),
          ),
      ),
  ],
  ['20,000 answers of one page', 'data: shape.size', () => edited(many(20_000))],
  ['5,000 answers of one page', 'layout: verify.layout-place', () => edited(many(5_000))],
  [
    'a hundred thousand levels',
    'data: json.too-deep',
    async () =>
      new Uint8Array(await loosePayload(`{"format":"record/0","a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`)),
  ],
  [
    'a name tree of 60 files',
    'enclosed: verify.attachments',
    async () =>
      new Uint8Array(
        await loose(Array.from({ length: 60 }, (_, index) => ({ name: `${index}.json`, bytes: utf8('{}') }))),
      ),
  ],
];

/** Files made to hang a reader, or to fill its memory: each gets a verdict within what one file is given. */
export const exhausting = (): readonly ForgeryClass[] => [
  {
    id: 'endless structure',
    needs: 'no key',
    forgeries: catalogs.map(([name, catalog, code = 'form: verify.catalog']): Forgery => ({
      name,
      expects: [code],
      make: () => withCatalog(catalog()),
    })),
  },
  {
    id: 'endless data',
    needs: 'any key',
    forgeries: signed.map(([name, code, make]): Forgery => ({ name, expects: [code].flat(), make })),
  },
];
