import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concat, hex, utf8 } from '../../src/base/bytes';
import { compareBytes, type Der, oidOf, readDer } from '../../src/signing/der-reader';
import * as der from '../../src/signing/der-writer';
import { fromPem, toPem } from '../../src/signing/pem';
import { codesOf, valueOf } from './material';

const bytes = (text: string): Uint8Array => Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));

const rewrite = (element: Der): Uint8Array =>
  (element.tag & 0x20) !== 0
    ? der.element(element.tag, ...element.children.map(rewrite))
    : der.element(element.tag, element.content);

describe('DER', () => {
  it('is written again as it was read, or refused: whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (input) => {
        const read = readDer(input, 'x');
        if (read.ok) expect(hex(rewrite(read.value))).toBe(hex(input));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['a length in more bytes than needed', '308103020105'],
    ['an indefinite length', '30800201050000'],
    ['a number with a needless zero', '02020005'],
    ['a negative number with a needless byte', '0202ff85'],
    ['a number without digits', '0200'],
    ['a boolean that is neither 00 nor ff', '010101'],
    ['unused bits that are not zero', '030206c1'],
    ['a SET OF out of order', '3106020105020104'],
    ['a constructed octet string', '24030401aa'],
    ['a primitive sequence', '1003020105'],
    ['an arc with leading zeros', '06032a8001'],
    ['an arc that does not end', '06022a81'],
    ['a NULL with content', '050100'],
    ['a tag above 30', '1f810100'],
    ['bytes after the element', '02010500'],
    ['a length past the end', '300402010500'.slice(0, 10)],
    ['nothing at all', ''],
  ])('refuses %s', (_, text) => {
    expect(codesOf(readDer(bytes(text), 'x'))).toEqual(['der.malformed']);
  });

  it('refuses what is deeper than 32 levels, and does not fall over', () => {
    const nested = (levels: number): Uint8Array => {
      let inner: Uint8Array = der.nothing;
      for (let level = 0; level < levels; level++) inner = der.sequence(inner);
      return inner;
    };
    expect(readDer(nested(32), 'x').ok).toBe(true);
    expect(readDer(nested(33), 'x').ok).toBe(false);
    expect(readDer(nested(5000), 'x').ok).toBe(false);
  });

  it('gives lengths the fewest bytes', () => {
    expect(
      [0, 127, 128, 255, 256, 65536].map((size) => hex(der.octetString(new Uint8Array(size)).subarray(1, 5))),
    ).toEqual(['00', '7f000000', '81800000', '81ff0000', '82010000', '83010000']);
  });

  it('orders a SET OF and writes identifiers, times and whole numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 9 })), (contents) => {
        const members = contents.map((content) => der.octetString(content));
        expect(readDer(der.setOf(...members), 'x').ok).toBe(true);
      }),
    );
    expect(compareBytes(bytes('0401'), bytes('040100'))).toBeLessThan(0);
    const dotted = '1.2.840.113549.1.9.16.2.47';
    expect(oidOf(valueOf(readDer(der.oid(dotted), 'x')))).toBe(dotted);
    expect(hex(der.integer(bytes('0000ff')))).toBe('020200ff');
    expect(hex(der.integer(bytes('00')))).toBe('020100');
    expect(der.time('2049-12-31T23:59:59+00:00')).toEqual(concat(bytes('170d'), utf8('491231235959Z')));
    expect(der.time('2050-01-01T00:59:59+01:00')).toEqual(concat(bytes('170d'), utf8('491231235959Z')));
    expect(der.time('2050-01-01T00:00:00+00:00')).toEqual(concat(bytes('180f'), utf8('20500101000000Z')));
  });
});

describe('PEM', () => {
  it('comes back, whatever stands around it', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ minLength: 1 }), { minLength: 1, maxLength: 4 }), (list) => {
        const text = `# Officers\r\n${list.map(toPem).join('\nJane\n')}`.replaceAll('\n', '\r\n');
        expect(valueOf(fromPem(text, 'list')).map(hex)).toEqual(list.map(hex));
      }),
    );
  });

  it('says which block is broken, or that there is none', () => {
    const good = toPem(bytes('3000'));
    expect(fromPem(`${good}${good.replace('MAA=', 'M*A=')}`, 'list')).toMatchObject({
      failures: [{ code: 'pem.malformed', params: { number: 2 } }],
    });
    expect(codesOf(fromPem(good.slice(0, 40), 'list'))).toEqual(['pem.malformed']);
    expect(codesOf(fromPem('hello', 'list'))).toEqual(['pem.none']);
  });
});
