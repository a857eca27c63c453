import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { utf8 } from '../../src/base/bytes';
import { openPkcs12 } from '../../src/signing/pkcs12';
import { signPlaceholder } from '../../src/signing/sign';
import { verifySignature } from '../../src/signing/verify-signature';
import { councilCa } from '../support/council-ca';
import { itWith, outsideTool } from '../support/tools';
import { codesOf, subtle, unsignedFile, valueOf } from './material';

const ca = outsideTool('openssl') ? councilCa() : undefined;
afterAll(() => ca?.close());

const password = 'pâssŵord £1';
const modern = ['-keypbe', 'AES-256-CBC', '-certpbe', 'AES-256-CBC', '-macalg', 'sha256'];

let count = 0;
/** A file as openssl packs it, of a key and a certificate by their names. */
const packed = (name: string, ways: readonly string[] = modern, from: readonly string[] = []): Uint8Array => {
  const out = `packed-${++count}.p12`;
  const parts = from.length > 0 ? from : ['-inkey', `${name}.key`, '-in', `${name}.pem`, '-certfile', 'ca.pem'];
  ca?.run('pkcs12', '-export', ...parts, ...ways, '-passout', `pass:${password}`, '-out', out);
  return new Uint8Array(readFileSync(join(ca?.folder ?? '', out)));
};
const open = (file: Uint8Array, by = password) => openPkcs12(subtle, file, by);

ca?.keyAndCertificate('ec', 'ec', 'Siân Ó Briain');
ca?.keyAndCertificate('rsa', 'rsa', 'Siân Ó Briain');

describe('a key file that is closed with AES', () => {
  for (const kind of ['ec', 'rsa'] as const)
    itWith('openssl', `gives a key (${kind}) for signing, which cannot be taken out, and its chain`, async () => {
      const { privateKey, chain } = valueOf(await open(packed(kind)));
      expect(privateKey.extractable).toBe(false);
      await expect(subtle.exportKey('pkcs8', privateKey)).rejects.toThrow();
      expect(chain.map(({ commonName }) => commonName)).toEqual(['Siân Ó Briain', 'Example Council CA']);
      const places = unsignedFile();
      const signer = { privateKey, chain: chain.map(({ der }) => der) };
      const bytes = valueOf(await signPlaceholder(subtle, places, signer));
      expect((await verifySignature(subtle, { ...places, bytes })).ok).toBe(true);
    });

  itWith('openssl', 'opens with any hash, key size and number of rounds that openssl writes', async () => {
    for (const ways of [
      [],
      ['-keypbe', 'AES-128-CBC', '-certpbe', 'AES-128-CBC', '-macalg', 'sha1'],
      [...modern.slice(0, 4), '-macalg', 'sha512', '-iter', '10000'],
      [...modern.slice(0, 4), '-macalg', 'sha384'],
      ['-keypbe', 'AES-256-CBC', '-certpbe', 'NONE'],
    ])
      expect(codesOf(await open(packed('ec', ways)))).toEqual([]);
  });

  itWith('openssl', 'opens where it is written loosely, in BER with endless lengths', async () => {
    const file = packed('ec');
    // SEQUENCE { version, authSafe …, mac } with its length left open
    const head = (file[1] ?? 0) > 0x80 ? 2 + ((file[1] ?? 0) & 0x7f) : 2;
    const loose = new Uint8Array([0x30, 0x80, ...file.subarray(head), 0, 0]);
    expect(codesOf(await open(loose))).toEqual([]);
  });

  itWith('openssl', 'does not open with another password', async () => {
    for (const wrong of ['', 'password', `${password} `])
      expect(codesOf(await open(packed('rsa'), wrong))).toEqual(['pkcs12.password']);
  });

  itWith('openssl', 'says what is wrong with what is in it', async () => {
    if (!ca) return;
    expect(codesOf(await open(packed('', modern, ['-nokeys', '-in', 'ca.pem'])))).toEqual(['pkcs12.no-key']);
    expect(codesOf(await open(packed('', modern, ['-nocerts', '-inkey', 'ec.key'])))).toEqual([
      'pkcs12.no-certificate',
    ]);
    const made = async (key: readonly string[]): Promise<Uint8Array> => {
      ca.run('genpkey', ...key, '-out', 'odd.key');
      ca.run(
        'req',
        '-x509',
        '-new',
        '-key',
        'odd.key',
        '-days',
        '9',
        '-subj',
        '/CN=Odd',
        '-config',
        'ca.cnf',
        '-extensions',
        'officer',
        '-out',
        'odd.pem',
      );
      return packed('odd');
    };
    const short = await made(['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:1024']);
    expect(codesOf(await open(short))).toEqual(['pkcs12.key-short']);
    const curve = await made(['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-521']);
    expect(codesOf(await open(curve))).toEqual(['pkcs12.key-kind']);
    expect(codesOf(await open(await made(['-algorithm', 'ED25519'])))).toEqual(['pkcs12.key-kind']);
    expect(codesOf(await open(packed('ca', modern, ['-inkey', 'ca.key', '-in', 'ca.pem'])))).toEqual([
      'certificate.is-authority',
      'certificate.key-usage',
    ]);
  });
});

describe('a key file of the old form', () => {
  for (const [name, ways] of [
    ['Triple DES', ['-legacy', '-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1']],
    ['RC2', ['-legacy', '-keypbe', 'PBE-SHA1-RC2-40', '-certpbe', 'PBE-SHA1-RC2-40', '-macalg', 'sha1']],
    ['RC2 for the certificates alone', ['-legacy', '-keypbe', 'AES-256-CBC', '-certpbe', 'PBE-SHA1-RC2-40']],
    ['Triple DES for the key alone', ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'AES-256-CBC']],
    ['Triple DES in the newer wrapping', ['-keypbe', 'DES-EDE3-CBC', '-certpbe', 'DES-EDE3-CBC']],
  ] as const)
    itWith('openssl', `(${name}) is told apart from a wrong password`, async () => {
      expect(codesOf(await open(packed('rsa', ways)))).toEqual(['pkcs12.old-form']);
    });
});

describe('what is no key file', () => {
  it('is refused, and nothing throws', async () => {
    for (const file of [new Uint8Array(), utf8('-----BEGIN CERTIFICATE-----'), new Uint8Array([0x30, 0x80, 0, 0])])
      expect(codesOf(await open(file))).toEqual(['pkcs12.form']);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        expect((await open(bytes)).ok).toBe(false);
      }),
    );
  });

  itWith('openssl', 'is refused with any byte changed, or cut', async () => {
    const file = packed('ec');
    for (let at = 0; at < file.length; at += 23) {
      const other = new Uint8Array(file);
      other[at] = (other[at] ?? 0) ^ 0x41;
      const opened = await open(other);
      if (opened.ok) expect(opened.value.chain[0].commonName).toBe('Siân Ó Briain');
    }
    for (let size = 1; size < file.length; size += 97) expect((await open(file.subarray(0, size))).ok).toBe(false);
  });
});
