import { Unzlib } from 'fflate';
import { concat } from '../base/bytes';

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
