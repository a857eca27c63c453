import { equalBytes } from '../base/bytes';
import { fail, type Result, succeed } from '../base/result';
import { type Certificate, type CertificateCode, readAuthority } from './certificate';
import type { Der } from './der-reader';

/** A signer's certificate, then the authorities above it, each the issuer of the one before. */
export type Chain = readonly [Certificate, ...Certificate[]];

export type ChainCode = CertificateCode | 'cms.chain';

/** How many certificates may stand above a signer's. */
export const chainLimit = 8;

/**
 * A signer and all the other certificates that lie beside a signature, in the one order that a chain has: by name, each
 * the issuer of the one before. None may be left over (`cms.chain`). Their signatures are not checked.
 */
export const chainFrom = (signer: Certificate, others: readonly Der[], place: string): Result<Chain, ChainCode> => {
  if (others.length > chainLimit) return fail('cms.chain', place);
  const read = others.map(({ raw }) => readAuthority(raw, place));
  const failures = read.flatMap((result) => (result.ok ? [] : result.failures));
  if (failures.length > 0) return { ok: false, failures };
  const left = read.flatMap((result) => (result.ok ? [result.value] : []));
  const above: Certificate[] = [];
  for (let current = signer; left.length > 0;) {
    const { issuer } = current;
    const next = left.findIndex(({ subject }) => equalBytes(subject.der, issuer.der));
    const [found] = next < 0 || current.selfSigned ? [] : left.splice(next, 1);
    if (!found) return fail('cms.chain', place);
    above.push(found);
    current = found;
  }
  return succeed([signer, ...above]);
};
