import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { hex } from '../../src/base/bytes';
import { readAuthority, readCertificate } from '../../src/signing/certificate';
import * as der from '../../src/signing/der-writer';
import { makeKeys } from '../../src/signing/keys';
import { oids } from '../../src/signing/oids';
import { toPem } from '../../src/signing/pem';
import { selfSigned } from '../../src/signing/self-signed';
import { issuedBy } from '../../src/signing/issuer';
import { itWith } from '../support/tools';
import {
  authorityExtensions,
  codesOf,
  council,
  extension,
  issue,
  type Keyholder,
  keyholder,
  now,
  type Oddity,
  subtle,
  valueOf,
} from './material';

let es: Keyholder;
let rs: Keyholder;
beforeAll(async () => {
  [es, rs] = await Promise.all([keyholder('ES256'), keyholder('RS256')]);
});

describe('a self-signed certificate', () => {
  it('says whose it is, for how long and with what key', () => {
    for (const [{ certificate }, algorithm] of [[es, 'ES256'] as const, [rs, 'RS256'] as const]) {
      expect(certificate).toMatchObject({
        commonName: 'Siân Ó Briain',
        organisation: 'Example Borough Council',
        notBefore: '2026-11-21T10:15:00+00:00',
        notAfter: '2036-11-22T10:15:00+00:00',
        algorithm,
        selfSigned: true,
        authority: false,
        keyUsage: ['digitalSignature', 'nonRepudiation'],
      });
      expect(certificate.subject.service).toBe('Communities');
    }
  });

  it('is signed by its own key, and is no authority for others', async () => {
    for (const { certificate } of [es, rs])
      expect(await issuedBy(subtle, certificate, { ...certificate, authority: true })).toBe(true);
    expect(await issuedBy(subtle, es.certificate, es.certificate)).toBe(false);
    expect(await issuedBy(subtle, es.certificate, { ...rs.certificate, authority: true })).toBe(false);
  });

  it('has a NULL parameter beside RSA and none beside ECDSA', () => {
    const identifier = hex(der.oid(oids.rsaSha256));
    expect(hex(rs.certificate.der).split(`${identifier}0500`)).toHaveLength(3);
    expect(hex(es.certificate.der).split(`300a${hex(der.oid(oids.ecdsaSha256))}`)).toHaveLength(3);
  });

  it('refuses names that are empty, too long or unprintable', async () => {
    const make = async (person: string): Promise<readonly string[]> =>
      codesOf(
        await selfSigned(subtle, { keys: es.keys, name: { ...council, person }, now, random: new Uint8Array(16) }),
      );
    expect(await make('')).toEqual(['certificate.name-length']);
    expect(await make('a'.repeat(65))).toEqual(['certificate.name-length']);
    expect(await make('A\u200bB')).toEqual(['certificate.name-text']);
    expect(await make('a'.repeat(64))).toEqual([]);
  });

  itWith('openssl', 'is a certificate for openssl too', (openssl) => {
    for (const { certificate } of [es, rs]) {
      const file = join(mkdtempSync(join(tmpdir(), 'certificate-')), 'c.pem');
      writeFileSync(file, toPem(certificate.der));
      const shown = openssl('x509', '-in', file, '-noout', '-text', '-nameopt', 'utf8,sep_comma_plus');
      expect(shown.stdout).toContain('C=GB,O=Example Borough Council,OU=Communities,CN=Siân Ó Briain');
      expect(shown.stdout).toMatch(/Basic Constraints: critical\s+CA:FALSE/);
      expect(shown.stdout).toMatch(/Key Usage: critical\s+Digital Signature, Non Repudiation/);
      expect(openssl('verify', '-check_ss_sig', '-CAfile', file, file).stdout).toContain('OK');
    }
  });
});

describe('a certificate from elsewhere', () => {
  const rsaKeys = (modulusLength: number, publicExponent = [1, 0, 1]): Promise<CryptoKeyPair> =>
    subtle.generateKey(
      { name: 'RSASSA-PKCS1-v1_5', modulusLength, publicExponent: new Uint8Array(publicExponent), hash: 'SHA-256' },
      false,
      ['sign', 'verify'],
    );
  const usage = (bits: number, unused: number): Uint8Array =>
    extension(oids.keyUsage, true, der.bitString(new Uint8Array([bits]), unused));
  const purpose = (id: string): Uint8Array => extension(oids.extendedKeyUsage, true, der.sequence(der.oid(id)));
  const readOdd = async (oddity: Oddity): Promise<readonly string[]> =>
    codesOf(readCertificate(await issue(es.keys, es.keys.privateKey, oddity)));

  it('is taken when nothing is odd about it', async () => {
    expect(await readOdd({})).toEqual([]);
    expect(await readOdd({ extensions: [usage(0x40, 6)] })).toEqual([]);
    expect(await readOdd({ extensions: [usage(0x80, 7), purpose(oids.emailProtection)] })).toEqual([]);
    expect(await readOdd({ extensions: [usage(0x80, 7), extension('1.2.3', false, der.nothing)] })).toEqual([]);
  });

  it.each<[string, string, () => Oddity]>([
    ['an old version', 'certificate.version', () => ({ version: der.smallInteger(0) })],
    [
      'an authority',
      'certificate.is-authority',
      () => ({ extensions: [...authorityExtensions().slice(0, 1), usage(0x80, 7)] }),
    ],
    ['a key for encryption only', 'certificate.key-usage', () => ({ extensions: [usage(0x20, 5)] })],
    ['no key usage', 'certificate.key-usage', () => ({ extensions: [] })],
    [
      'a web server’s purpose',
      'certificate.purpose',
      () => ({ extensions: [usage(0x80, 7), purpose('1.3.6.1.5.5.7.3.1')] }),
    ],
    [
      'an unknown critical extension',
      'certificate.extension-unknown',
      () => ({ extensions: [usage(0x80, 7), extension('1.2.3', true, der.nothing)] }),
    ],
    ['an extension twice', 'certificate.malformed', () => ({ extensions: [usage(0x80, 7), usage(0x80, 7)] })],
    ['SHA-1', 'certificate.algorithm', () => ({ algorithm: der.sequence(der.oid('1.2.840.10045.4.1')) })],
    [
      'a parameter beside ECDSA',
      'certificate.algorithm',
      () => ({ algorithm: der.sequence(der.oid(oids.ecdsaSha256), der.nothing) }),
    ],
    ['a name without a person', 'certificate.name', () => ({ subject: der.sequence() })],
    ['something after the signature', 'certificate.malformed', () => ({ after: [der.utf8String('hidden')] })],
  ])('is refused with %s', async (_, code, oddity) => {
    expect(await readOdd(oddity())).toEqual([code]);
  });

  it('is refused with a key that is too short, odd or of another curve', async () => {
    const p384 = await subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-384' }, false, ['sign', 'verify']);
    const keys = await Promise.all([rsaKeys(1024), rsaKeys(2048, [3]), rsaKeys(4096 + 8)]);
    for (const odd of [...keys, p384])
      expect(codesOf(readCertificate(await issue(odd, es.keys.privateKey)))).toEqual(['certificate.key']);
    expect(codesOf(readCertificate(await issue(await rsaKeys(3072), es.keys.privateKey)))).toEqual([]);
  });

  it('may be an authority with a P-384 key, where it may sign certificates', async () => {
    const p384 = await subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-384' }, false, ['sign', 'verify']);
    const read = async (extensions: readonly Uint8Array[]): Promise<readonly string[]> =>
      codesOf(readAuthority(await issue(p384, es.keys.privateKey, { extensions })));
    expect(await read(authorityExtensions(1))).toEqual([]);
    expect(await read([...authorityExtensions().slice(0, 1), usage(0x80, 7)])).toEqual(['certificate.key-usage']);
    expect(await read([usage(0x80, 7)])).toEqual(['certificate.not-authority']);
  });

  it('never makes the reader throw, and no changed bit keeps both its hash and its acceptance', () => {
    fc.assert(
      fc.property(fc.nat(es.certificate.der.length * 8 - 1), (bit) => {
        const changed = new Uint8Array(es.certificate.der);
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const read = readCertificate(changed);
        if (read.ok) expect(valueOf(read).sha256).not.toBe(es.certificate.sha256);
      }),
      { numRuns: 1000 },
    );
  });

  it('has keys that cannot be read out', async () => {
    const { privateKey } = await makeKeys(subtle, 'ES256');
    await expect(subtle.exportKey('pkcs8', privateKey)).rejects.toThrow();
  });
});
