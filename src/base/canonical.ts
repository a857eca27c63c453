import { fromUtf8 } from './bytes';
import { doubledKeys } from './doubled-keys';
import { pathText } from './path';
import { fail, failure, type Result, settle } from './result';

/** What canonical JSON can hold. Numbers are integers, and texts have no lone surrogates. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/** A value that canonical JSON cannot hold. The program is at fault, not the person: parsers check before this. */
export class NotCanonical extends Error {}

const text = (value: string): string => {
  if (!value.isWellFormed()) throw new NotCanonical('a lone surrogate');
  return JSON.stringify(value.normalize('NFC'));
};

/**
 * Canonical JSON: RFC 8785 (JCS) over NFC strings and integers only. Keys are sorted by UTF-16 code units, nothing
 * stands between tokens, keys whose value is undefined are left out.
 * Throws NotCanonical for fractions, unsafe integers, lone surrogates and keys that NFC makes the same.
 */
export const canonical = (value: Json): string => {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return text(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new NotCanonical(`not a safe integer: ${value}`);
    return String(value === 0 ? 0 : value);
  }
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(canonical).join(',')}]`;
  const entries = Object.entries(value as Readonly<Record<string, Json | undefined>>)
    .filter((entry): entry is [string, Json] => entry[1] !== undefined)
    .map(([key, inner]): [string, Json] => [key.normalize('NFC'), inner])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  if (entries.some(([key], index) => key === entries[index + 1]?.[0])) throw new NotCanonical('a key that comes twice');
  return `{${entries.map(([key, inner]) => `${text(key)}:${canonical(inner)}`).join(',')}}`;
};

export type JsonCode = 'json.not-utf8' | 'json.syntax' | 'json.too-deep' | 'json.doubled-key';

/** How deep JSON from outside may nest: far deeper than any policy or record, far shallower than the call stack. */
export const depthLimit = 64;

/** What is wrong and where, by line and column as editors count them: engines name a position, or nothing. */
const reasonOf = (error: unknown, source: string): string => {
  const [first = ''] = (error instanceof Error ? error.message : '').split(' in JSON');
  const position = /at position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  if (position === undefined) return first;
  const before = source.slice(0, Number(position)).split('\n');
  return `${first} in line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
};

const tooDeep = (source: string): boolean => {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < source.length; at++) {
    const char = source.charCodeAt(at);
    if (quoted) {
      if (char === 0x5c) at++;
      else if (char === 0x22) quoted = false;
    } else if (char === 0x22) quoted = true;
    else if (char === 0x5b || char === 0x7b) {
      if (++depth > depthLimit) return true;
    } else if (char === 0x5d || char === 0x7d) depth--;
  }
  return false;
};

/** So many doubled keys are named: enough to mend a file by, and no more than a page can show. */
const doubledShown = 20;

/** JSON text from outside, as an unknown value. At most 64 levels deep, and no object has a key twice. */
export const parseJson = (source: string | Uint8Array, place: string): Result<unknown, JsonCode> => {
  const decoded = typeof source === 'string' ? source : fromUtf8(source);
  if (decoded === undefined) return fail('json.not-utf8', place);
  if (tooDeep(decoded)) return fail('json.too-deep', place, { limit: depthLimit });
  try {
    const value = JSON.parse(decoded) as unknown;
    return settle(
      doubledKeys(decoded, doubledShown).map((path) =>
        failure('json.doubled-key', [place, pathText(path)].filter(Boolean).join(': '), { key: String(path.at(-1)) }),
      ),
      () => value,
    );
  } catch (error) {
    return fail('json.syntax', place, { reason: reasonOf(error, decoded) });
  }
};
