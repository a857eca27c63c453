import { readFileSync } from 'node:fs';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { utf8 } from '../../src/base/bytes';
import { readIssued } from '../../src/signing/issued';
import { requestToPem, toPem } from '../../src/signing/pem';
import { certificateRequest } from '../../src/signing/request';
import { signPlaceholder } from '../../src/signing/sign';
import { verifySignature } from '../../src/signing/verify-signature';
import { councilCa } from '../support/council-ca';
import { itWith, outsideTool } from '../support/tools';
import { codesOf, keyholder, subtle, unsignedFile, valueOf } from './material';

const ca = outsideTool('openssl') ? councilCa() : undefined;
afterAll(() => ca?.close());

const bytes = (text: string): Uint8Array => utf8(text);

describe('a request for a certificate', () => {
  for (const algorithm of ['ES256', 'RS256'] as const)
    itWith('openssl', `(${algorithm}) is one for openssl, with the name and the use that we ask for`, async () => {
      const { keys, certificate } = await keyholder(algorithm);
      const request = requestToPem(valueOf(await certificateRequest(subtle, keys.privateKey, certificate)));
      writeFileSync(join(ca?.folder ?? '', 'asked.pem'), request);
      const said =
        ca?.run('req', '-in', 'asked.pem', '-verify', '-noout', '-text', '-nameopt', 'utf8').toString() ?? '';
      expect(said).toContain('CN=Siân Ó Briain');
      expect(said).toContain('Digital Signature, Non Repudiation');
    });

  it('tells where the key cannot be used', async () => {
    const { certificate, keys } = await keyholder('ES256');
    expect(codesOf(await certificateRequest(subtle, keys.publicKey, certificate))).toEqual([
      'certificate.key-unusable',
    ]);
  });
});

describe('the certificate that comes back', () => {
  itWith('openssl', 'is taken for its own key, alone, with its chain, in any form, in any order', async () => {
    if (!ca) return;
    const { keys, certificate } = await keyholder('ES256');
    const request = requestToPem(valueOf(await certificateRequest(subtle, keys.privateKey, certificate)));
    const issued = ca.issue(request);
    writeFileSync(join(ca.folder, 'back.pem'), issued);
    ca.run('x509', '-in', 'back.pem', '-outform', 'DER', '-out', 'back.cer');
    ca.run(
      'crl2pkcs7',
      '-nocrl',
      '-certfile',
      'ca.pem',
      '-certfile',
      'back.pem',
      '-outform',
      'DER',
      '-out',
      'back.p7b',
    );
    ca.run('crl2pkcs7', '-nocrl', '-certfile', 'ca.pem', '-certfile', 'back.pem', '-out', 'back.p7c');
    const file = (name: string): Uint8Array => new Uint8Array(readFileSync(join(ca.folder, name)));
    const stranger = await keyholder('RS256');
    const cases: readonly [readonly Uint8Array[], number][] = [
      [[bytes(issued)], 1],
      [[file('back.cer')], 1],
      [[bytes(issued), bytes(ca.certificate)], 2],
      [[bytes(ca.certificate + toPem(stranger.certificate.der) + issued)], 2],
      [[file('back.p7b')], 2],
      [[file('back.p7c')], 2],
      [[bytes(toPem(certificate.der)), bytes(issued)], 1],
    ];
    for (const [files, length] of cases) {
      const chain = valueOf(await readIssued(subtle, certificate, files));
      expect(chain.map(({ commonName }) => commonName)).toEqual(
        ['Siân Ó Briain', 'Example Council CA'].slice(0, length),
      );
      const places = unsignedFile();
      const signer = { privateKey: keys.privateKey, chain: chain.map(({ der }) => der) };
      const signed = valueOf(await signPlaceholder(subtle, places, signer));
      expect((await verifySignature(subtle, { ...places, bytes: signed })).ok).toBe(true);
    }
  });

  itWith('openssl', 'is refused for another key, where it is none, or still our own', async () => {
    if (!ca) return;
    const [mine, other] = [await keyholder('ES256'), await keyholder('ES256')];
    const request = requestToPem(valueOf(await certificateRequest(subtle, other.keys.privateKey, other.certificate)));
    const issued = bytes(ca.issue(request));
    expect(codesOf(await readIssued(subtle, mine.certificate, [issued]))).toEqual(['issued.other-key']);
    expect(codesOf(await readIssued(subtle, mine.certificate, [bytes('no certificate')]))).toEqual(['issued.none']);
    const own = bytes(toPem(mine.certificate.der));
    expect(codesOf(await readIssued(subtle, mine.certificate, [own]))).toEqual(['issued.self-signed']);
  });

  itWith('openssl', 'is refused where it is not for signing documents', async () => {
    if (!ca) return;
    const { keys, certificate } = await keyholder('ES256');
    const request = requestToPem(valueOf(await certificateRequest(subtle, keys.privateKey, certificate)));
    const issued = bytes(ca.issue(request, 'timestamper'));
    expect(codesOf(await readIssued(subtle, certificate, [issued]))).toEqual(['certificate.purpose']);
  });
});
