import { concat, fromUtf8, utf8 } from '../base/bytes';

/** Where in a row some bytes stand, and how many they are. */
type Part = readonly [path: readonly (string | number)[], length: number];

/** Thrown for a row that holds what no row of this app does, such as a function or a value that holds itself. */
export class Unpackable extends Error {}

/** A row as bytes: the length of its JSON, the JSON, then all bytes that stand in it. What is undefined is left out. */
export const packRow = (row: unknown): Uint8Array<ArrayBuffer> => {
  const parts: Part[] = [];
  const blobs: Uint8Array[] = [];
  const plain = (value: unknown, path: Part[0]): unknown => {
    if (path.length > 200) throw new Unpackable('too deep');
    if (value instanceof Uint8Array) {
      parts.push([path, value.length]);
      blobs.push(value);
      return null;
    }
    if (Array.isArray(value)) return value.map((one, index) => plain(one, [...path, index]));
    if (
      typeof value === 'object' &&
      value !== null &&
      [Object.prototype, null].includes(Object.getPrototypeOf(value) as object | null)
    )
      return Object.fromEntries(
        Object.entries(value).flatMap(([name, one]) =>
          one === undefined ? [] : [[name, plain(one, [...path, name])]],
        ),
      );
    if (value === null || ['string', 'boolean'].includes(typeof value) || Number.isFinite(value)) return value;
    throw new Unpackable(typeof value);
  };
  const json = utf8(JSON.stringify([plain(row, []), parts]));
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, json.length);
  return concat(length, json, ...blobs);
};

/** The row that was packed: its bytes have been authenticated, so that they are what `packRow` made. */
export const unpackRow = (packed: Uint8Array): unknown => {
  const end = 4 + new DataView(packed.buffer, packed.byteOffset).getUint32(0);
  const [row, parts] = JSON.parse(fromUtf8(packed.subarray(4, end)) ?? '') as readonly [unknown, readonly Part[]];
  const whole = { row };
  let at = end;
  for (const [path, length] of parts) {
    const steps = ['row', ...path];
    const last = steps.pop() ?? 'row';
    let place = whole as unknown as Record<string | number, unknown>;
    for (const step of steps) place = place[step] as Record<string | number, unknown>;
    place[last] = packed.slice(at, at + length);
    at += length;
  }
  return whole.row;
};
