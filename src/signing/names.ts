import { fromUtf8 } from '../base/bytes';
import { type Der, oidOf } from './der-reader';
import { element, oid, printableString, sequence, utf8String } from './der-writer';
import { oids } from './oids';

/** A distinguished name (RFC 5280, 4.1.2.4): its bytes, and the text parts that we can read. */
export interface Name {
  readonly der: Uint8Array<ArrayBuffer>;
  /** Where a part stands more than once, the last, which is the most particular. */
  readonly commonName: string | undefined;
  readonly organisation: string | undefined;
  readonly service: string | undefined;
}

/** Whose certificate it is. */
export interface Person {
  /** The council, as `O`. */
  readonly organisation: string;
  /** The service or team, as `OU`. */
  readonly service?: string | undefined;
  /** The person's name, as `CN`. */
  readonly person: string;
}

/** The upper bound that RFC 5280 gives for O, OU and CN, in characters. */
export const namePartLimit = 64;

// One attribute in each set: a set of several would have to be sorted, and verifiers that write the name again in
// another order find another certificate hash.
const part = (type: string, value: Uint8Array): Uint8Array => element(0x31, sequence(oid(type), value));

/** The name `C=GB, O=…, OU=…, CN=…` as DER. */
export const writeName = ({ organisation, service, person }: Person): Uint8Array<ArrayBuffer> =>
  sequence(
    part(oids.country, printableString('GB')),
    part(oids.organisation, utf8String(organisation)),
    ...(service === undefined ? [] : [part(oids.service, utf8String(service))]),
    part(oids.commonName, utf8String(person)),
  );

const utf16 = (bytes: Uint8Array): string | undefined => {
  if (bytes.length % 2 === 1) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const text = Array.from({ length: bytes.length / 2 }, (_, at) => String.fromCharCode(view.getUint16(at * 2))).join(
    '',
  );
  return text.isWellFormed() ? text : undefined;
};

/** The text of UTF8String, PrintableString, IA5String or BMPString; others are not read. */
const textOf = (value: Der | undefined): string | undefined => {
  if (value?.tag === 0x0c) return fromUtf8(value.content);
  if (value?.tag === 0x1e) return utf16(value.content);
  const ascii = value?.tag === 0x13 || value?.tag === 0x16;
  return ascii && value.content.every((byte) => byte < 0x80) ? fromUtf8(value.content) : undefined;
};

/** The name that this element is, or undefined where it is none. */
export const readName = (name: Der | undefined): Name | undefined => {
  if (name?.tag !== 0x30) return undefined;
  const attributes = name.children.flatMap((set) => (set.tag === 0x31 ? set.children : []));
  if (name.children.some((set) => set.tag !== 0x31 || set.children.length === 0)) return undefined;
  if (attributes.some(({ tag, children }) => tag !== 0x30 || children.length !== 2)) return undefined;
  const last = (type: string): string | undefined =>
    textOf(attributes.findLast(({ children }) => oidOf(children[0]) === type)?.children[1]);
  return {
    der: name.raw,
    commonName: last(oids.commonName),
    organisation: last(oids.organisation),
    service: last(oids.service),
  };
};
