import { sha256Hex } from '../base/hash';
import type { NamedFile } from '../pdf/render';
import { enclosedNames, payloadNames } from '../pdf/render-sequel';
import { parseRecord } from '../record/parse';
import { sequelLimits } from '../record/sequel-payload';
import { enclosedFiles, packedFiles, payloadIn } from './attachments';
import { openFile, sizeLimit } from './form';
import { inflate } from './inflate';

/** A file that lies in a document, and in which one: that itself, or one that it encloses. */
export interface TakenOut extends NamedFile {
  readonly sha256: string;
  readonly inside: string | undefined;
}

const named = (name: string, bytes: Uint8Array<ArrayBuffer>, inside: string | undefined): TakenOut => ({
  name,
  bytes,
  sha256: sha256Hex(bytes),
  inside,
});

/**
 * Every file that lies in an accepted document, unpacked: its data, the files that the record lists, and every document
 * that it encloses, with its files, the outermost first. Only for a document that was verified: what cannot be unpacked is
 * left out.
 */
export const takeOut = (pdf: Uint8Array, inside?: string, depth = 0): readonly TakenOut[] => {
  const objects = openFile(pdf);
  const packed = objects.ok ? packedFiles(pdf, objects.value) : objects;
  const payload = packed.ok ? payloadIn(packed.value) : packed;
  if (!packed.ok || !payload.ok || depth > sequelLimits.depth) return [];
  const { family, bytes } = payload.value;
  const own = named(payloadNames[family], bytes, inside);
  if (family === 'record') {
    const record = parseRecord(bytes);
    const files = record.ok ? enclosedFiles(packed.value, record.value.payload) : record;
    return [own, ...(files.ok ? files.value.map((one) => named(one.name, new Uint8Array(one.bytes), inside)) : [])];
  }
  const enclosed = Object.values(enclosedNames).flatMap((name) => {
    const found = packed.value.get(name);
    const whole = found && inflate(found, sizeLimit);
    return whole ? [named(name, whole, inside)] : [];
  });
  return [own, ...enclosed.flatMap((one) => [one, ...takeOut(one.bytes, one.name, depth + 1)])];
};
