import { beforeAll, describe, expect, it } from 'vitest';
import { readAuthority, readCertificate } from '../../src/signing/certificate';
import type { Chain } from '../../src/signing/chain';
import { makeKeys } from '../../src/signing/keys';
import { writeName } from '../../src/signing/names';
import { toPem } from '../../src/signing/pem';
import { readTrustList, type TrustList, vouchersFor } from '../../src/signing/trust';
import {
  authorityExtensions,
  authorityName,
  codesOf,
  issue,
  type Issued,
  issuedKeyholder,
  type Keyholder,
  keyholder,
  subtle,
  valueOf,
} from './material';

let own: Keyholder;
let issued: Issued;
const list = (...certificates: readonly Uint8Array[]): TrustList =>
  valueOf(readTrustList(certificates.map(toPem).join(''), 'trust'));
const chainOf = ({ signer }: Keyholder): Chain => {
  const [first = new Uint8Array(), ...above] = signer.chain;
  return [valueOf(readCertificate(first)), ...above.map((der) => valueOf(readAuthority(der)))];
};
const kind = async (entries: TrustList, chain: Chain): Promise<string> =>
  (await vouchersFor(subtle, entries, chain)).map(({ by }) => by).join() || 'unknown';

beforeAll(async () => {
  [own, issued] = await Promise.all([keyholder('ES256'), issuedKeyholder()]);
});

describe('a trust list', () => {
  it('knows the certificates on it, and no others', async () => {
    expect(await kind(list(own.certificate.der), chainOf(own))).toBe('signer');
    expect(await kind(list(own.certificate.der), chainOf(await keyholder('ES256')))).toBe('unknown');
    expect(await kind({ entries: [], received: [] }, chainOf(own))).toBe('unknown');
  });

  it('knows whom an authority on it issued a certificate, with the authority in the chain or not', async () => {
    const chain = chainOf(issued);
    expect(await kind(list(issued.authority), chain)).toBe('authority');
    expect(await kind(list(issued.authority), [chain[0]])).toBe('authority');
    expect(await kind(list(own.certificate.der), chain)).toBe('unknown');
  });

  it('does not believe another authority of the same name', async () => {
    const impostor = await issuedKeyholder();
    expect(await kind(list(impostor.authority), chainOf(issued))).toBe('unknown');
  });

  it('follows a chain to an authority above, as far as that one allows', async () => {
    const rootKeys = await makeKeys(subtle, 'ES256');
    const rootName = writeName({ organisation: 'Example Borough Council', person: 'Root' });
    const root = (pathLength: number): Promise<Uint8Array> =>
      issue(rootKeys, rootKeys.privateKey, {
        subject: rootName,
        issuer: rootName,
        extensions: authorityExtensions(pathLength),
      });
    const middle = await issue(issued.authorityKeys, rootKeys.privateKey, {
      subject: writeName(authorityName),
      issuer: rootName,
      extensions: authorityExtensions(0),
    });
    const chain: Chain = [issued.certificate, valueOf(readAuthority(middle))];
    expect(await vouchersFor(subtle, list(await root(1)), chain)).toMatchObject([
      { by: 'authority', path: [{ sha256: issued.certificate.sha256 }, { commonName: 'Example Council CA' }] },
    ]);
    expect(await kind(list(await root(0)), chain)).toBe('unknown');
    expect(await kind(list(await root(1)), [issued.certificate])).toBe('unknown');
  });

  it('is refused with the number of the certificate that is unfit', () => {
    const text = toPem(own.certificate.der) + toPem(new Uint8Array([0x30, 0x00]));
    const read = readTrustList(text, 'trust');
    expect(codesOf(read)).toEqual(['certificate.malformed']);
    expect(read).toMatchObject({ failures: [{ place: 'trust[1]' }] });
  });
});
