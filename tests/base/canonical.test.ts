import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical, type Json, NotCanonical, parseJson } from '../../src/base/canonical';
import { hashOf, sha256Hex } from '../../src/base/hash';
import { utf8 } from '../../src/base/bytes';

const { json } = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small' },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger(),
    fc.string({ unit: 'grapheme' }).map((text) => text.normalize('NFC')),
    fc.array(tie('json')),
    fc.dictionary(
      fc.string().filter((key) => key !== '__proto__'),
      tie('json'),
    ),
  ),
}));

/** The same value with the keys of every object the other way round. */
const reversed = (value: Json): Json => {
  if (Array.isArray(value)) return (value as readonly Json[]).map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value as Readonly<Record<string, Json>>)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
};

describe('canonical JSON', () => {
  test('reads back as the same value, and is the same text again', () => {
    fc.assert(
      fc.property(json, (value) => {
        const text = canonical(value);
        const back = JSON.parse(text) as Json;
        expect(back).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonical(back)).toBe(text);
      }),
    );
  });

  test('does not depend on the order in which keys were added', () => {
    fc.assert(fc.property(json, (value) => canonical(reversed(value)) === canonical(value)));
  });

  test('sorts keys by UTF-16 code units, as RFC 8785, 3.2.3 asks: an emoji comes before U+FFFD', () => {
    const value = { '€': 1, '\r': 2, '1': 3, '😀': 4, '\u0080': 5, ö: 6, '\ufffd': 7 };
    expect(canonical(value)).toBe('{"\\r":2,"1":3,"\u0080":5,"ö":6,"€":1,"😀":4,"\ufffd":7}');
  });

  test('escapes as RFC 8785, 3.2.2.2 does', () => {
    expect(canonical('\u20ac$\u000f\u000aA\'\u0042\u0022\u005c\\"/')).toBe('"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"');
  });

  test('texts and keys are NFC, and a decomposed key is sorted where it is written', () => {
    expect(canonical('e\u0301')).toBe('"\u00e9"');
    expect(canonical({ 'e\u0301': 1, z: 2 })).toBe('{"z":2,"\u00e9":1}');
    expect(() => canonical({ 'e\u0301': 1, '\u00e9': 2 })).toThrow(NotCanonical);
  });

  test('keys without a value are left out, minus zero is zero', () => {
    expect(canonical({ b: undefined, a: -0 })).toBe('{"a":0}');
  });

  test('fractions, unsafe integers and lone surrogates are refused', () => {
    for (const value of [0.5, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY, '\ud800', { '\udc00': 1 }])
      expect(() => canonical(value)).toThrow(NotCanonical);
  });

  test('the hash is that of the canonical text', () => {
    expect(hashOf({ b: 1, a: 'ŵ' })).toBe(sha256Hex(utf8('{"a":"ŵ","b":1}')));
  });
});

describe('JSON from outside', () => {
  test.each([
    ['json.syntax', '{"a":}'],
    ['json.syntax', ''],
    ['json.syntax', '\ufeff{}'],
    ['json.too-deep', '['.repeat(65)],
    ['json.too-deep', '{"a":'.repeat(1_000_000)],
    ['json.not-utf8', new Uint8Array([0x22, 0xff, 0x22])],
  ])('%s', (code, source) => {
    expect(parseJson(source, 'here')).toMatchObject({ ok: false, failures: [{ code, place: 'here' }] });
  });

  test('a mistake is told by line and column, as editors count them', () => {
    const found = parseJson('{\n  "a": [1,\n  2\n  "b": 3\n}', '');
    expect(found.ok ? '' : found.failures[0]?.params['reason']).toContain('line 4, column 3');
  });

  test('64 levels are read, and brackets in texts are no levels', () => {
    expect(parseJson(`${'['.repeat(64)}${']'.repeat(64)}`, '').ok).toBe(true);
    expect(parseJson(`"${'['.repeat(200)}\\"${'{'.repeat(200)}"`, '').ok).toBe(true);
  });

  test('without doubled keys, it is the value that JSON.parse gives, however it is spaced', () => {
    fc.assert(
      fc.property(json, fc.constantFrom(undefined, 1, '\t'), (value, indent) => {
        const text = JSON.stringify(value, undefined, indent);
        expect(parseJson(text, '')).toEqual({ ok: true, value: JSON.parse(text) as Json });
      }),
    );
  });

  test('with a doubled key, it is refused, wherever the key stands and whatever it is and holds', () => {
    const key = fc.string({ unit: fc.constantFrom('a', '"', '\\', ':', '{', '}', '[', ',', ' ', 'ŵ') });
    fc.assert(
      fc.property(key, json, json, json, fc.nat(3), (name, before, between, after, depth) => {
        const quoted = JSON.stringify(name);
        const escaped = `"${name
          .split('')
          .map((char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
          .join('')}"`;
        const [one, two, three] = [before, between, after].map((value) => JSON.stringify(value));
        const inner = `{"-":${two},${quoted} : ${one},"--":[${two},{${quoted}:1}], ${escaped}: ${three}}`;
        const text = `${'{"x":[0,'.repeat(depth)}${inner}${']}'.repeat(depth)}`;
        expect(JSON.parse(text)).toBeDefined();
        const place = ['x[1].'.repeat(depth), name].join('');
        expect(parseJson(text, '')).toEqual({
          ok: false,
          failures: [{ code: 'json.doubled-key', place: depth === 0 ? name : place, params: { key: name } }],
        });
      }),
    );
  });

  test('names the first twenty doubled keys, after the name of the file', () => {
    const text = `[${'{"a":1,"a":2},'.repeat(50)}0]`;
    const result = parseJson(text, 'file.json');
    expect(result.ok ? [] : result.failures.map(({ place }) => place)).toEqual(
      Array.from({ length: 20 }, (_, index) => `file.json: [${index}].a`),
    );
  });
});
