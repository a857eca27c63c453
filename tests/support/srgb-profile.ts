import { concat, utf8 } from '../../src/base/bytes';

/**
 * The sRGB colour profile that every record carries as its output intent, made from the public constants of
 * IEC 61966-2-1 so that no other party's file is needed. Its bytes are committed (src/pdf/assets/srgb.icc), because
 * powers are not bit-exact across JavaScript engines; a test makes it again and compares.
 */

const u16 = (...values: readonly number[]): Uint8Array =>
  Uint8Array.from(values.flatMap((value) => [value >> 8, value & 255]));
const u32 = (...values: readonly number[]): Uint8Array =>
  u16(...values.flatMap((value) => [(value >>> 16) & 0xffff, value & 0xffff]));
/** Numbers with 16 binary places. */
const fixed = (...values: readonly number[]): Uint8Array => u32(...values.map((value) => Math.round(value * 65536)));
const blank = (length: number): Uint8Array => new Uint8Array(length);

const typed = (type: string, ...content: readonly Uint8Array[]): Uint8Array => {
  const data = concat(utf8(type), u32(0), ...content);
  return concat(data, blank((4 - (data.length % 4)) % 4));
};

const whitePoint = [0.9642, 1, 0.82491]; // D50, on which profiles are based
const primaries = { r: [0.43607, 0.22249, 0.01392], g: [0.38515, 0.71687, 0.09708], b: [0.14307, 0.06061, 0.7141] };

const curve = (points: number): Uint8Array =>
  u16(
    ...Array.from({ length: points }, (_, index) => {
      const value = index / (points - 1);
      const linear = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
      return Math.round(linear * 65535);
    }),
  );

const name = 'sRGB built from IEC 61966-2-1 constants';

/** An ICC v2.1 display profile (ICC.1:1998-09) of about 2.5 KB. */
export const srgbProfile = (): Uint8Array => {
  const xyz = (values: readonly number[]): Uint8Array => typed('XYZ ', fixed(...values));
  const tone = typed('curv', u32(1024), curve(1024));
  const tags: readonly (readonly [string, Uint8Array])[] = [
    ['desc', typed('desc', u32(name.length + 1), utf8(`${name}\0`), blank(8 + 3 + 67))],
    ['cprt', typed('text', utf8('CC0\0'))],
    ['wtpt', xyz(whitePoint)],
    ['rXYZ', xyz(primaries.r)],
    ['gXYZ', xyz(primaries.g)],
    ['bXYZ', xyz(primaries.b)],
    ['rTRC', tone],
    ['gTRC', tone],
    ['bTRC', tone],
  ];
  const bodies = [...new Set(tags.map(([, data]) => data))];
  const bodyAt = 128 + 4 + 12 * tags.length;
  const offsetOf = (data: Uint8Array): number =>
    bodies.slice(0, bodies.indexOf(data)).reduce((at, { length }) => at + length, bodyAt);
  const table = tags.map(([tag, data]) => concat(utf8(tag), u32(offsetOf(data), data.length)));
  const size = bodies.reduce((at, { length }) => at + length, bodyAt);
  const header = concat(
    u32(size, 0, 0x02100000),
    utf8('mntrRGB XYZ '),
    u16(2026, 1, 1, 0, 0, 0),
    utf8('acsp'),
    blank(28),
    fixed(...whitePoint),
    blank(48),
  );
  return concat(header, u32(tags.length), ...table, ...bodies);
};
