import { describe, expect, it } from 'vitest';
import { utf8 } from '../../src/base/bytes';
import type { Json } from '../../src/base/canonical';
import type { Entry } from '../../src/assessment/log';
import { attachmentsOf, fromLatin1, loose, loosePayload } from './forge';
import { recordOf, verify } from './made';

/** In milliseconds. An honest record takes less than a tenth of it. */
const limit = 5_000;

/** Verifies and gives back the time that it took; no such file is ever accepted. */
const timed = async (pdf: Uint8Array): Promise<number> => {
  const from = performance.now();
  expect((await verify(pdf)).accepted).toBe(false);
  return performance.now() - from;
};

/** A file that passes for one of ours as far as its catalog, whose object is given. */
const withCatalog = (catalog: string): Uint8Array => {
  const head = `%PDF-1.7\n%\u00ba\u00df\u00ac\u00e0\n1 0 obj\n`;
  const body = `${head}${catalog}\nendobj\n`;
  const entry = '0000000015 00000 n \n';
  const table = `xref\n0 2\n0000000000 65535 f \n${entry}trailer\n<< /Size 2 /Root 1 0 R /Info 1 0 R /ID [] >>`;
  return fromLatin1(`${body}${table}\nstartxref\n${body.length}\n%%EOF`);
};

describe('files that nobody needs a key for', () => {
  it.each([
    ['half a million dictionaries side by side', () => `[${'<< /Type /EmbeddedFile >> '.repeat(500_000)}]`],
    ['half a million dictionaries inside one another', () => '<< /Type '.repeat(500_000)],
    ['ten million brackets', () => '['.repeat(10_000_000)],
    ['ten megabytes of spaces', () => `<< ${' '.repeat(10_000_000)} >>`],
    ['a string that never ends', () => `<< /A (${'a'.repeat(10_000_000)}`],
    ['a name that never ends', () => `<< /${'a'.repeat(10_000_000)}`],
    ['a number that never ends', () => `<< /A ${'1'.repeat(10_000_000)}`],
    ['a million doubled keys', () => `<< ${'/A 1 '.repeat(1_000_000)} >>`],
    [
      'a form that is its own field',
      () => '<< /AcroForm 1 0 R /Fields [1 0 R] /FT /Sig /V 1 0 R /ByteRange [0] /Contents <> >>',
    ],
  ])('refuses %s in time', async (_, catalog) => {
    expect(await timed(withCatalog(catalog()))).toBeLessThan(limit);
  });

  it('refuses a hundred megabytes in time', async () => {
    expect(await timed(withCatalog(`<< /A <${'0'.repeat(99_000_000)}> >>`))).toBeLessThan(limit);
  });
});

describe('files signed with a key that anyone can make', () => {
  const payload = (change: (payload: Record<string, Json>) => void): Promise<Uint8Array> => {
    const json = structuredClone(recordOf().payload) as unknown as Record<string, Json>;
    change(json);
    return loosePayload(json);
  };

  it('refuses a record.json of a hundred megabytes of zeros in time', async () => {
    const pdf = await loose(attachmentsOf(recordOf(), { 'record.json': new Uint8Array(100_000_000) }));
    expect(pdf.length).toBeLessThan(1_000_000);
    expect(await timed(pdf)).toBeLessThan(limit);
  });

  it.each([
    ['8 MB in one text', (json: Record<string, Json>) => (json.declaration = 'a '.repeat(3_900_000))],
    ['a long word', (json: Record<string, Json>) => (json.declaration = 'a'.repeat(4000))],
    [
      'a million pages in the path',
      (json: Record<string, Json>) => (json.result = { path: Array.from({ length: 1_000_000 }, () => 'a') }),
    ],
    [
      'a million attachments',
      (json: Record<string, Json>) => (json.attachments = Array.from({ length: 1_000_000 }, () => 0)),
    ],
    [
      'two hundred thousand unknown keys',
      (json: Record<string, Json>) =>
        Object.assign(json, Object.fromEntries(Array.from({ length: 200_000 }, (_, index) => [`k${index}`, 1]))),
    ],
  ])('refuses %s in time', async (_, change) => {
    expect(await timed(await payload((json) => void change(json)))).toBeLessThan(limit);
  });

  // Five hundred pages are printed before the record is too long: the dearest file that we know.
  it('refuses twenty thousand answers of one page before its worker is ended', async () => {
    const pdf = await payload((json) => {
      const log = json.log as unknown as Entry[];
      const [, answer] = log;
      if (!answer) throw new Error('no answer');
      for (let counter = log.length + 1; counter <= 20_000; counter++)
        log.push({ ...answer, counter, id: `${'0'.repeat(26)}${counter}`.slice(-26) });
    });
    expect(await timed(pdf)).toBeLessThan(3 * limit);
  });

  it('refuses a name tree that names one file many times', async () => {
    const files = Array.from({ length: 60 }, (_, index) => ({ name: `${index}.json`, bytes: utf8('{}') }));
    expect(await timed(await loose(files))).toBeLessThan(limit);
  });
});
