import { beforeAll, describe, expect, it } from 'vitest';
import { concat, hex, utf8 } from '../../src/base/bytes';
import { signedAttributes, writeCms } from '../../src/signing/cms';
import { openPlaces } from '../../src/signing/places';
import { signWith } from '../../src/signing/signature-value';
import { sizeLimit } from '../../src/verify/form';
import { subtle, valueOf } from '../signing/material';
import { sha256 } from '../../src/base/hash';
import { fromLatin1, latin1, refusals, swap } from './forge';
import { madeRecord, namedFiles, officer, print, recordOf, verify } from './made';

let pdf: Uint8Array<ArrayBuffer>;
let text: string;
beforeAll(async () => {
  pdf = await madeRecord();
  text = latin1(pdf);
});

/** What is refused of a file that was changed after it was signed. */
const changed = (from: string | RegExp, to: string | ((found: string) => string)): Promise<readonly string[]> => {
  const other = text.replace(from, typeof to === 'string' ? () => to : to);
  if (other === text) throw new Error(`nothing to change: ${from}`);
  return refusals(fromLatin1(other));
};

/** A second revision: objects, a table and a trailer appended, as editors save. */
const appended = (objects: readonly (readonly [number, string])[], withTable = true): Uint8Array => {
  const [, first = ''] = /startxref\n(\d+)\n%%EOF$/.exec(text) ?? [];
  const root = /\/Root (\d+ 0 R)/.exec(text)?.[0] ?? '';
  let body = '\n';
  let table = '';
  for (const [id, content] of objects) {
    table += `${id} 1\n${String(text.length + body.length).padStart(10, '0')} 00000 n \n`;
    body += `${id} 0 obj\n${content}\nendobj\n`;
  }
  const trailer = `xref\n${table}trailer\n<< /Size 999 ${root} /Prev ${first} >>\nstartxref\n${text.length + body.length}\n`;
  return fromLatin1(`${text}${body}${withTable ? trailer : ''}%%EOF`);
};

describe('the form of the file', () => {
  it.each([
    ['a file over 100 MB', () => new Uint8Array(sizeLimit + 1), 'verify.too-large'],
    ['no file at all', () => new Uint8Array(), 'verify.not-pdf'],
    ['something before the PDF', () => concat(utf8('GIF89a\n'), pdf), 'verify.not-pdf'],
    ['a header of another version', () => swap(pdf, '%PDF-1.7', '%PDF-1.4'), 'verify.header'],
    ['another comment in the header', () => swap(pdf, '%\u00ba\u00df', '%\u00ba\u00de'), 'verify.header'],
    ['a newline at the end', () => concat(pdf, utf8('\n')), 'verify.tail'],
    ['a zip archive at the end', () => concat(pdf, utf8('PK\u0005\u0006')), 'verify.tail'],
    ['a second end', () => concat(pdf, utf8('\n%%EOF')), 'verify.cross-reference'],
    ['objects appended without a table', () => appended([[4, '<< >>']], false), 'verify.cross-reference'],
    [
      'a page’s content replaced in a second revision',
      () => appended([[4, '<< /Length 0 >>']]),
      'verify.cross-reference',
    ],
  ])('refuses %s', async (_, make, code) => {
    expect(await refusals(make())).toEqual([`form: ${code}`]);
  });

  it('refuses a table that is not where the file says, or not as long', async () => {
    expect(await changed(/startxref\n\d+/, 'startxref\n15')).toEqual(['form: verify.cross-reference']);
    expect(await changed(/startxref\n/, 'startxref\n9999999999')).toEqual(['form: verify.cross-reference']);
    expect(await changed(/xref\n0 \d+/, 'xref\n0 9999999999')).toEqual(['form: verify.cross-reference']);
    expect(await changed(/xref\n0 \d+/, 'xref\n0 1')).toEqual(['form: verify.cross-reference']);
  });

  it('refuses a trailer of another form', async () => {
    expect(await changed(/\/Info (\d+ 0 R)\n/, '')).toEqual(['form: verify.trailer']);
    expect(await changed(/\/Info (?=\d+ 0 R)/, '/Prev ')).toEqual(['form: verify.trailer']);
    expect(await changed(/\/Size \d+(?=\n\/Root)/, '/Size 9')).toEqual(['form: verify.trailer']);
    expect(await changed(/trailer\n<</, 'trailer\n<< /Size 9')).toEqual(['form: verify.trailer']);
    expect(await changed(/\nstartxref/, '\n%/ByteRange [0 1 2 3]\nstartxref')).toEqual(['form: verify.trailer']);
  });

  it('refuses a file whose catalog, form, field or signature is not found', async () => {
    expect(await changed(/\/Root \d+/, '/Root 99999')).toEqual(['form: verify.catalog']);
    expect(await changed('/AcroForm', '/AcroForn')).toEqual(['form: verify.signature-field']);
    expect(await changed('/FT /Sig', '/FT /Btn')).toEqual(['form: verify.signature-field']);
    const twice = (found: string): string => found.replace(/\[(\d+ 0 R)\].*/, '[$1 $1]').padEnd(found.length);
    expect(await changed(/\/Fields \[\d+ 0 R\] \/SigFlags 3/, twice)).toEqual(['form: verify.signature-field']);
    expect(await changed('/ByteRange', '/ByteRang3')).toEqual(['form: verify.signature-dictionary']);
    expect(await changed(/\/Contents </, '/Contentz <')).toEqual(['form: verify.signature-dictionary']);
    expect(await changed(/\/Contents <[0-9a-f]*>/, (found) => '/Contents null'.padEnd(found.length))).toEqual([
      'form: verify.signature-dictionary',
    ]);
  });
});

/** The file with another CMS in its place. */
const withCms = (cms: Uint8Array): Uint8Array =>
  fromLatin1(
    text.replace(/\/Contents <[0-9a-f]*>/, (found) => `/Contents <${hex(cms).padEnd(found.length - 12, '0')}>`),
  );

describe('the signature', () => {
  it('refuses every sign of another coverage', async () => {
    expect(await changed(/ByteRange \[0 \d{10}/, 'ByteRange [0 0000000010')).toEqual([
      'unchanged: signature.byte-range',
    ]);
    expect(await changed(/ByteRange \[0 \d/, 'ByteRange [0 -')).toEqual(['unchanged: signature.byte-range']);
  });

  it('refuses a place that is not just lower-case hexadecimal digits', async () => {
    expect(
      await changed(/\/Contents <[0-9a-f]*/, (found) => found.toUpperCase().replace('CONTENTS', 'Contents')),
    ).toEqual(['unchanged: signature.places']);
    expect(await changed('0000> /M', '00zz> /M')).toEqual(['unchanged: signature.places']);
  });

  it('refuses an object in the gap, and bytes in the padding', async () => {
    expect(await changed('0000> /M', '0000>\n99 0 obj\n(evil)\nendobj\n /M')).toEqual(['form: verify.cross-reference']);
    expect(await changed('00000000> /M', '00004141> /M')).toEqual(['unchanged: cms.not-ours']);
  });

  it('refuses a record that was never signed, and one whose signature is another record’s', async () => {
    const record = recordOf();
    expect(await refusals(print(record, namedFiles(record)).bytes)).toEqual(['unchanged: signature.byte-range']);
    const other = /\/Contents <([0-9a-f]*)>/.exec(latin1(await madeRecord({ seed: 4 })))?.[1] ?? '';
    expect(await changed(/\/Contents <[0-9a-f]*>/, `/Contents <${other}>`)).toEqual(['unchanged: signature.digest']);
  });

  it('refuses a value that is not the certificate’s over this file', async () => {
    const opened = valueOf(
      openPlaces({ bytes: pdf, byteRangeAt: text.indexOf('[0 0'), contentsAt: text.indexOf('<3082') }),
    );
    const digest = sha256(opened.signed);
    const chain = [officer.certificate] as const;
    const honest = await signWith(subtle, officer.keys.privateKey, signedAttributes(digest, officer.certificate));
    expect((await verify(withCms(writeCms({ chain, digest, signatureValue: honest })))).accepted).toBe(true);
    const signatureValue = await signWith(subtle, officer.keys.privateKey, utf8('something else'));
    expect(await refusals(withCms(writeCms({ chain, digest, signatureValue })))).toEqual([
      'unchanged: signature.value',
    ]);
  });
});
