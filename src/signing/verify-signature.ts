import { equalBytes } from '../base/bytes';
import { fail, type Result, succeed } from '../base/result';
import { type Cms, type CmsCode, readCms, signedAttributes } from './cms';
import { type EcdsaCode, ecdsaFromDer } from './ecdsa';
import { unbroken } from './issuer';
import { openPlaces, type Places, type PlacesCode } from './places';
import { verifies } from './signature-value';

export type SignatureCode =
  PlacesCode | CmsCode | EcdsaCode | 'signature.byte-range' | 'signature.digest' | 'signature.value';

/** What a signature proved to be; `size` is that of its place in bytes. */
export interface ProvenSignature extends Cms {
  readonly size: number;
}

/**
 * Proves the signature of a PDF at its places: /ByteRange covers every byte but /Contents, the CMS is the one that we
 * would write, its digest is the file's, the value is the certificate's over the signed attributes, and each certificate
 * above the signer's issued the one below. Whether the signer is trusted, and the certificate was valid at the time, are
 * other questions. A timestamp is returned unread.
 *
 * The signer signs no authority's certificate: those can be left out or added by anybody. Whoever has to rule that out
 * compares `chain` with what the signed document says.
 */
export const verifySignature = async (
  subtle: SubtleCrypto,
  places: Places,
): Promise<Result<ProvenSignature, SignatureCode>> => {
  const opened = openPlaces(places);
  if (!opened.ok) return opened;
  const { signed, contents, covers } = opened.value;
  if (!covers) return fail('signature.byte-range', 'pdf');
  const cms = readCms(contents);
  if (!cms.ok) return cms;
  const { chain, digest, signatureValue } = cms.value;
  const [signer] = chain;
  const { publicKey } = signer;
  if (!equalBytes(new Uint8Array(await subtle.digest('SHA-256', signed)), digest))
    return fail('signature.digest', 'pdf');
  const ecdsa = publicKey.algorithm !== 'RS256';
  const raw = ecdsa ? ecdsaFromDer(signatureValue, publicKey.size, true, 'cms') : undefined;
  if (raw && !raw.ok) return raw;
  const method = { family: ecdsa ? 'EC' : 'RSA', hash: 'SHA-256' } as const;
  const valid = await verifies(subtle, publicKey, method, signatureValue, signedAttributes(digest, signer));
  if (!valid) return fail('signature.value', 'cms');
  if (!(await unbroken(subtle, chain))) return fail('cms.chain', 'cms');
  return succeed({ ...cms.value, size: contents.length });
};
