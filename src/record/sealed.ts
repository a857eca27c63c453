import { canonical, type Json, NotCanonical, parseJson } from '../base/canonical';
import { equalBytes, utf8 } from '../base/bytes';
import { sha256Hex } from '../base/hash';
import { fail, type Result, succeed } from '../base/result';
import type { ShapeCode } from '../base/shape';

export type SealedCode = 'record.too-large' | 'record.not-canonical';

/** A payload read from its bytes, and its id. */
export interface Sealed<Payload> {
  readonly payload: Payload;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** SHA-256 of the payload's canonical bytes, in hexadecimal. */
  readonly id: string;
}

const canonicalBytes = (payload: unknown): Uint8Array<ArrayBuffer> | undefined => {
  try {
    return utf8(canonical(payload as Json));
  } catch (error) {
    if (error instanceof NotCanonical) return undefined;
    throw error;
  }
};

/** A payload from its bytes, which must be the canonical form of what its parser read from them. */
export const readSealed = <Payload, Code extends string>(
  bytes: Uint8Array,
  limit: number,
  parse: (value: unknown) => Result<Payload, Code>,
): Result<Sealed<Payload>, Code | SealedCode | ShapeCode> => {
  if (bytes.length > limit) return fail('record.too-large', '', { limit });
  const json = parseJson(bytes, '');
  if (!json.ok) return json;
  const parsed = parse(json.value);
  if (!parsed.ok) return parsed;
  const again = canonicalBytes(parsed.value);
  if (!again || !equalBytes(again, bytes)) return fail('record.not-canonical', '');
  return succeed({ payload: parsed.value, bytes: again, id: sha256Hex(again) });
};

/** A payload made here as its sealed bytes and id, read by the parser that a reader uses. */
export const sealWith = <Value, Code extends string>(
  payload: unknown,
  read: (bytes: Uint8Array) => Result<Value, Code>,
): Result<Value, Code | SealedCode> => {
  const bytes = canonicalBytes(payload);
  return bytes ? read(bytes) : fail('record.not-canonical', '');
};
