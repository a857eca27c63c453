import { afterAll, describe, expect, it } from 'vitest';
import { concat, utf8 } from '../../src/base/bytes';
import { sha256 } from '../../src/base/hash';
import { fail, type Result, succeed } from '../../src/base/result';
import { readDer } from '../../src/signing/der-reader';
import * as der from '../../src/signing/der-writer';
import { fromPem } from '../../src/signing/pem';
import { verifyTimestamp } from '../../src/signing/timestamp';
import { timestampIn, timestampingBy, timestampQuery } from '../../src/signing/timestamping';
import { councilCa, type CouncilCa } from '../support/council-ca';
import { itWith, outsideTool } from '../support/tools';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codesOf, subtle, valueOf } from './material';

const imprint = sha256(utf8('a signature value'));
const nonce = new Uint8Array([0x91, 2, 3, 4, 5, 6, 7, 8]);

const made: CouncilCa[] = [];
const authority = (kind: 'ec' | 'rsa' = 'rsa'): CouncilCa => {
  const ca = councilCa(kind);
  made.push(ca);
  return ca;
};
afterAll(() => made.forEach((ca) => ca.close()));

const first = outsideTool('openssl') ? authority() : undefined;
const tokenOf = (ca: CouncilCa | undefined, of = imprint): Uint8Array<ArrayBuffer> =>
  valueOf(timestampIn(ca?.stamp(timestampQuery(of, nonce)) ?? new Uint8Array()));

const proven = (token: Uint8Array, of: Uint8Array = imprint) => verifyTimestamp(subtle, token, of);

/** Parts of a token, to be put together otherwise. */
const partsOf = (token: Uint8Array) => {
  const [version, digests, content, certificates, signers] =
    valueOf(readDer(token, '')).children[1]?.children[0]?.children ?? [];
  const signer = signers?.children[0]?.children ?? [];
  if (!version || !digests || !content || !certificates) throw new Error('no token');
  return { version, digests, content, certificates, signer };
};

const wrapped = (...parts: readonly Uint8Array[]): Uint8Array =>
  der.sequence(der.oid('1.2.840.113549.1.7.2'), der.tagged(0, der.sequence(...parts)));

describe('a timestamp', () => {
  itWith('openssl', 'of RSA and of EC is proven, with its time and its authority', async () => {
    for (const ca of [first, authority('ec')]) {
      const found = valueOf(await proven(tokenOf(ca)));
      expect(found.chain[0].commonName).toBe('Example Timestamp Authority');
      expect(Math.abs(Date.parse(found.time) - Date.now())).toBeLessThan(120_000);
    }
  });

  itWith('openssl', 'may be made with a longer hash, name its certificate as of old, and bring its chain', async () => {
    for (const change of [
      (text: string) => text.replace('signer_digest = sha256', 'signer_digest = sha512'),
      (text: string) => text.replace('ess_cert_id_alg = sha256', 'ess_cert_id_alg = sha1'),
      (text: string) => text.replace('ess_cert_id_alg = sha256', 'ess_cert_id_alg = sha384'),
      (text: string) => text.replace('signer_key = tsa.key', 'signer_key = tsa.key\ncerts = ca.pem'),
      (text: string) => text.replace('accuracy = secs:1\nordering = yes\ntsa_name = yes', ''),
    ]) {
      const { writeFileSync } = await import('node:fs');
      const text = readFileSync(join(first?.folder ?? '', 'ca.cnf'), 'utf8');
      writeFileSync(join(first?.folder ?? '', 'other.cnf'), change(text));
      const answer = first?.stamp(timestampQuery(imprint, nonce), ['-config', 'other.cnf']) ?? new Uint8Array();
      expect(codesOf(await proven(valueOf(timestampIn(answer))))).toEqual([]);
    }
  });

  itWith('openssl', 'is a timestamp for openssl too, as our query asked', () => {
    if (!first) return;
    const query = timestampQuery(imprint, nonce);
    const answer = first.stamp(query);
    const names = ['q.tsq', 'a.tsr'].map((name) => join(first.folder, name));
    return import('node:fs').then(({ writeFileSync }) => {
      writeFileSync(names[0] ?? '', query);
      writeFileSync(names[1] ?? '', answer);
      const said = first.run('ts', '-verify', '-queryfile', 'q.tsq', '-in', 'a.tsr', '-CAfile', 'ca.pem');
      expect(said.toString()).toContain('Verification: OK');
    });
  });

  itWith('openssl', 'is refused over another value', async () => {
    expect(codesOf(await proven(tokenOf(first), sha256(utf8('another'))))).toEqual(['timestamp.imprint']);
  });

  itWith('openssl', 'is refused with any byte changed', async () => {
    const token = tokenOf(first);
    let accepted = 0;
    for (let at = 0; at < token.length; at += 7) {
      const other = new Uint8Array(token);
      other[at] = (other[at] ?? 0) ^ 1;
      if ((await proven(other)).ok) accepted++;
    }
    expect(accepted).toBe(0);
  });

  itWith('openssl', 'is refused with anything added that its authority did not sign', async () => {
    const { version, digests, content, certificates, signer } = partsOf(tokenOf(first));
    const [signerVersion, sid, digest, attributes, algorithm, value] = signer.map(({ raw }) => raw);
    const all = [version.raw, digests.raw, content.raw, certificates.raw] as const;
    const info = [signerVersion, sid, digest, attributes, algorithm, value].flatMap((raw) => (raw ? [raw] : []));
    const whole = wrapped(...all, der.setOf(der.sequence(...info)));
    expect((await proven(whole)).ok).toBe(true);
    const unsigned = der.tagged(1, der.sequence(der.oid('1.2.3.4'), der.setOf(der.octetString(utf8('hidden')))));
    const stranger = valueOf(fromPem(authority('ec').certificate, ''))[0] ?? new Uint8Array();
    const cases: readonly [string, Uint8Array][] = [
      ['timestamp.not-strict', wrapped(...all, der.setOf(der.sequence(...info, unsigned)))],
      ['timestamp.not-strict', wrapped(...all, der.setOf(der.sequence(...info), der.sequence(...info, unsigned)))],
      ['timestamp.malformed', wrapped(...all, der.tagged(1), der.setOf(der.sequence(...info)))],
      [
        'cms.chain',
        wrapped(
          version.raw,
          digests.raw,
          content.raw,
          der.tagged(0, certificates.content, stranger),
          der.setOf(der.sequence(...info)),
        ),
      ],
      [
        'timestamp.certificate',
        wrapped(version.raw, digests.raw, content.raw, der.tagged(0), der.setOf(der.sequence(...info))),
      ],
      ['timestamp.malformed', concat(whole, new Uint8Array(1))],
      ['timestamp.malformed', new Uint8Array()],
    ];
    for (const [code, token] of cases) expect(codesOf(await proven(token))).toEqual([code]);
  });

  itWith('openssl', 'is refused of a key that is not for timestamps alone', async () => {
    const ca = authority();
    ca.keyAndCertificate('plain', 'rsa', 'Siân Ó Briain');
    const { version, digests, content, signer } = partsOf(tokenOf(ca));
    const [plain = new Uint8Array()] = valueOf(fromPem(readFileSync(join(ca.folder, 'plain.pem'), 'utf8'), ''));
    const signers = der.setOf(der.sequence(...signer.map(({ raw }) => raw)));
    const token = wrapped(version.raw, digests.raw, content.raw, der.tagged(0, plain), signers);
    expect(codesOf(await proven(token))).toEqual(['timestamp.certificate']);
  });
});

describe('asking for a timestamp', () => {
  const ask = (post: (query: Uint8Array<ArrayBuffer>) => Promise<Result<Uint8Array>>) =>
    timestampingBy(subtle, nonce, post)(imprint);

  itWith('openssl', 'gives the token', async () => {
    const token = valueOf(await ask(async (query) => succeed(first?.stamp(query) ?? new Uint8Array())));
    expect((await proven(token)).ok).toBe(true);
  });

  itWith('openssl', 'refuses an answer to another question, or none', async () => {
    const other = first?.stamp(timestampQuery(imprint, new Uint8Array([1, 2]))) ?? new Uint8Array();
    expect(codesOf(await ask(async () => succeed(other)))).toEqual(['timestamp.nonce']);
    const older = first?.stamp(timestampQuery(sha256(utf8('another')), nonce)) ?? new Uint8Array();
    expect(codesOf(await ask(async () => succeed(older)))).toEqual(['timestamp.imprint']);
    expect(codesOf(await ask(async () => fail('timestamp.slow', 'timestamp')))).toEqual(['timestamp.slow']);
  });

  it('refuses what is no answer', async () => {
    const refused = der.sequence(der.sequence(der.smallInteger(2)));
    expect(codesOf(await ask(async () => succeed(refused)))).toEqual(['timestamp.refused']);
    expect(codesOf(await ask(async () => succeed(utf8('<html>Not found</html>'))))).toEqual(['timestamp.malformed']);
    expect(codesOf(await ask(async () => succeed(new Uint8Array())))).toEqual(['timestamp.malformed']);
    const bare = der.sequence(der.sequence(der.smallInteger(0)), der.sequence());
    expect(codesOf(await ask(async () => succeed(bare)))).toEqual(['timestamp.malformed']);
  });
});
