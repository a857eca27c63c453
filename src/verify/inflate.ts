import { Unzlib } from 'fflate';
import { concat, equalBytes } from '../base/bytes';

/** How much is inflated between two looks at the limit. Deflate makes at most 1,032 bytes of one. */
const step = 4096;

/** What zlib data (RFC 1950) holds, or undefined where it holds more than the limit, nothing, or no such data. */
export const inflate = (data: Uint8Array, limit: number): Uint8Array<ArrayBuffer> | undefined => {
  const parts: Uint8Array[] = [];
  let length = 0;
  const stream = new Unzlib((part) => {
    parts.push(part);
    length += part.length;
  });
  try {
    for (let at = 0; at < data.length; at += step) {
      stream.push(data.subarray(at, at + step), at + step >= data.length);
      if (length > limit) return undefined;
    }
  } catch {
    return undefined; // fflate throws for anything that is not zlib data
  }
  return length === 0 ? undefined : concat(...parts);
};

interface Inflated {
  readonly packed: Uint8Array;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What is remembered: so many files, none larger than this. Policies take a tenth of it. */
const [mostFiles, mostBytes] = [8, 4_000_000];

let remembered: readonly Inflated[] = [];

/**
 * The same, and the same array again for the same data: a folder of records stands on few policies, and what has been
 * found out about an array of bytes (its hash, how it is deflated) then need not be found out again.
 */
export const inflateOnce = (data: Uint8Array, limit: number): Uint8Array<ArrayBuffer> | undefined => {
  const before = remembered.find(({ packed }) => equalBytes(packed, data));
  if (before) return before.bytes.length > limit ? undefined : before.bytes;
  const bytes = inflate(data, limit);
  if (bytes && bytes.length <= mostBytes)
    remembered = [{ packed: data.slice(), bytes }, ...remembered].slice(0, mostFiles);
  return bytes;
};
