import { openPlaces } from '../signing/places';
import { openFile } from './form';
import { standsAt } from './reader/value';
import { signaturePlace } from './signature-place';

/** So many places where the file may once have ended are looked at, the first ones: what was added comes after them. */
const mostEnds = 16;

const end = '%%EOF';
const percent = 0x25;

/** Whether these bytes are a file of our form by themselves, whose one signature says that it covers just them. */
const isWhole = (part: Uint8Array): boolean => {
  const objects = openFile(part);
  const places = objects.ok ? signaturePlace(part, objects.value) : objects;
  const opened = places.ok ? openPlaces(places.value) : places;
  return opened.ok && opened.value.covers;
};

/**
 * The first part of a file that something was added to, where that part is a file of our form by itself. Mail gateways add
 * a line, archives a timestamp, editors a revision. Undefined where nothing was added, or the beginning is not whole. Of
 * its signature nothing is judged yet.
 */
export const wholeBeginning = (bytes: Uint8Array): Uint8Array | undefined => {
  let found = 0;
  for (let at = bytes.indexOf(percent); at >= 0 && found < mostEnds; at = bytes.indexOf(percent, at + 1)) {
    const length = at + end.length;
    if (length >= bytes.length) return undefined;
    if (!standsAt(bytes, at, end)) continue;
    found++;
    const part = bytes.subarray(0, length);
    if (isWhole(part)) return part;
  }
  return undefined;
};
