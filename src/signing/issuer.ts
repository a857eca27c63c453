import { equalBytes, hex } from '../base/bytes';
import type { Certificate } from './certificate';
import type { Chain } from './chain';
import { verifies } from './signature-value';

/** Whether this authority's key signed that certificate (RFC 5280, 6.1.3 a 1 and 4), by name and by value. */
export const issuedBy = async (subtle: SubtleCrypto, certificate: Certificate, issuer: Certificate): Promise<boolean> =>
  issuer.authority &&
  equalBytes(certificate.issuer.der, issuer.subject.der) &&
  verifies(subtle, issuer.publicKey, certificate.signedWith, certificate.signatureValue, certificate.signed);

/**
 * Whether each certificate of a chain was issued by the next, so that none of them is a stranger's, and no two have one
 * issuer and serial number, by which a CMS names its signer: other readers would take either for it.
 */
export const unbroken = async (subtle: SubtleCrypto, chain: Chain): Promise<boolean> => {
  const names = new Set(chain.map(({ issuer, serial }) => `${hex(issuer.der)} ${serial}`));
  if (names.size < chain.length) return false;
  for (const [index, issuer] of chain.entries()) {
    const issued = chain[index - 1];
    if (issued && !(await issuedBy(subtle, issued, issuer))) return false;
  }
  return true;
};
