import { equalBytes } from '../base/bytes';
import { fail, type Result, succeed } from '../base/result';
import { type Certificate, type CertificateCode, readAuthority, readCertificate } from './certificate';
import { type Chain, chainLimit } from './chain';
import { oidOf, readDer } from './der-reader';
import { issuedBy } from './issuer';
import { oids } from './oids';
import { fromPem } from './pem';

export type IssuedCode = CertificateCode | 'issued.none' | 'issued.other-key' | 'issued.self-signed';

/**
 * The chain from a certificate up, as far as these others go: each issued the one before, by name and by signature. Those
 * that have no place in it are passed over, for files often bring more than is needed.
 */
export const above = async (
  subtle: SubtleCrypto,
  certificate: Certificate,
  others: readonly Uint8Array[],
): Promise<Chain> => {
  const authorities = others.flatMap((der) => {
    const read = readAuthority(der);
    return read.ok ? [read.value] : [];
  });
  const chain: [Certificate, ...Certificate[]] = [certificate];
  for (let current = certificate; !current.selfSigned && chain.length <= chainLimit;) {
    let issuer: Certificate | undefined;
    for (const authority of authorities)
      if (!chain.includes(authority) && !issuer && (await issuedBy(subtle, current, authority))) issuer = authority;
    if (!issuer) break;
    chain.push(issuer);
    current = issuer;
  }
  return chain;
};

/** The certificates in a file: PEM, one in DER, or a PKCS#7 bundle (.p7b) in either form. */
const certificatesIn = (file: Uint8Array): readonly Uint8Array[] => {
  const text = new TextDecoder('latin1').decode(file);
  const pem = fromPem(text.replaceAll(/-----(BEGIN|END) PKCS7-----/g, '-----$1 CERTIFICATE-----'), '');
  return (pem.ok ? pem.value : [file]).flatMap((der) => {
    const read = readDer(der, '');
    if (!read.ok) return [];
    if (oidOf(read.value.children[0]) !== oids.signedData) return [read.value.raw];
    const held = read.value.children[1]?.children[0]?.children.find(({ tag }) => tag === 0xa0);
    return held?.children.map(({ raw }) => raw) ?? [];
  });
};

/**
 * The certificate that an authority issued for the key of one that we made, and the chain above it, out of the files that
 * came back. Fails with `issued.none` (no certificate in them), `issued.other-key` (none is for this key),
 * `issued.self-signed` (only the one that was there before), and what `readCertificate` refuses.
 */
export const readIssued = async (
  subtle: SubtleCrypto,
  own: Certificate,
  files: readonly Uint8Array[],
): Promise<Result<Chain, IssuedCode>> => {
  const found = files.flatMap(certificatesIn);
  if (found.length === 0) return fail('issued.none', 'certificate');
  const spki = (der: Uint8Array): boolean => {
    const read = readDer(der, '');
    return (
      read.ok && (read.value.children[0]?.children.some(({ raw }) => equalBytes(raw, own.publicKey.spki)) ?? false)
    );
  };
  const ours = found.filter(spki);
  const issued = ours.find((der) => {
    const read = readCertificate(der);
    return !read.ok || !read.value.selfSigned;
  });
  if (!issued) return fail(ours.length > 0 ? 'issued.self-signed' : 'issued.other-key', 'certificate');
  const certificate = readCertificate(issued, 'certificate');
  if (!certificate.ok) return certificate;
  return succeed(
    await above(
      subtle,
      certificate.value,
      found.filter((der) => der !== issued),
    ),
  );
};
