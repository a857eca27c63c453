import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cycleIn, reachable } from '../../src/base/graph';
import { parseJsonShape, parseShape, pathText } from '../../src/base/shape';
import { z } from '../../src/base/zod';

const leaf = z.strictObject({ kind: z.literal('leaf'), size: z.int().check(z.positive(), z.lte(9)) });
const schema = z.strictObject({
  name: z.string().check(z.regex(/^[a-z]+$/)),
  day: z.optional(z.string().check(z.refine((text) => text.length === 10))),
  parts: z
    .array(z.discriminatedUnion('kind', [leaf, z.strictObject({ kind: z.literal('none') })]))
    .check(z.maxLength(3)),
  rule: z.optional(
    z.union([
      z.int(),
      z.strictObject({ all: z.array(z.int()) }),
      z.strictObject({ not: z.strictObject({ is: z.int() }) }),
    ]),
  ),
  notes: z.optional(z.record(z.string().check(z.regex(/^[a-z]+$/)), z.int())),
});
const good = { name: 'a', parts: [{ kind: 'leaf', size: 3 }, { kind: 'none' }], rule: { all: [1] }, notes: { b: 1 } };

const faults = (value: unknown): readonly string[] => {
  const result = parseShape(schema, value);
  return result.ok ? [] : result.failures.map(({ code, place }) => `${code} ${place}`);
};

describe('a value from outside', () => {
  test('of the right shape is given back', () => {
    expect(parseShape(schema, good)).toEqual({ ok: true, value: good });
    expect(parseJsonShape(schema, JSON.stringify(good))).toEqual({ ok: true, value: good });
  });

  test.each([
    ['shape.missing name', { ...good, name: undefined }],
    ['shape.kind name', { ...good, name: 3 }],
    ['shape.format name', { ...good, name: 'A' }],
    ['shape.format day', { ...good, day: '2026' }],
    ['shape.kind parts', { ...good, parts: {} }],
    ['shape.size parts', { ...good, parts: Array.from({ length: 4 }, () => ({ kind: 'none' })) }],
    ['shape.size parts[1].size', { ...good, parts: [{ kind: 'none' }, { kind: 'leaf', size: 10 }] }],
    ['shape.missing parts[0].kind', { ...good, parts: [{}] }],
    ['shape.form parts[0].kind', { ...good, parts: [{ kind: 'other' }] }],
    ['shape.unknown-key parts[0].sizes', { ...good, parts: [{ kind: 'none', sizes: 1 }] }],
    ['shape.kind rule.all[1]', { ...good, rule: { all: [1, 'two'] } }],
    ['shape.missing rule.not.is', { ...good, rule: { not: {} } }],
    ['shape.form rule', { ...good, rule: { none: [1] } }],
    ['shape.format notes.B', { ...good, notes: { B: 1 } }],
    ['shape.kind ', 7],
    ['shape.kind ', null],
    ['shape.missing ', undefined],
  ])('%s', (fault, value) => {
    expect(faults(value)).toContain(fault);
  });

  test('cannot smuggle in a prototype', () => {
    const value: unknown = JSON.parse('{"name":"a","parts":[],"notes":{"__proto__":{"x":1}}}');
    expect(faults(value)).toEqual(['shape.forbidden-key notes.__proto__']);
  });

  test('may be as deep or as long as it likes', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 100_000; level++) deep = [deep];
    expect(faults({ ...good, rule: deep })[0]).toMatch(/^json\.too-deep rule\[0\]/);
    expect(faults({ ...good, parts: Array(200_000).fill(0) })).toHaveLength(1);
  });

  test('is judged without throwing', () => {
    fc.assert(fc.property(fc.anything(), (value) => faults(value).length > 0));
  });

  test('places are paths as JavaScript writes them', () => {
    expect(pathText(['questions', 3, 'fields', 0, 'id'])).toBe('questions[3].fields[0].id');
  });
});

describe('graphs', () => {
  const following = (edges: Readonly<Record<string, readonly string[]>>) => (node: string) => edges[node] ?? [];

  test('a cycle is told as the way round it', () => {
    expect(cycleIn(['a'], following({ a: ['b', 'c'], b: ['d'], c: ['d', 'a'], d: [] }))).toEqual(['a', 'c', 'a']);
    expect(cycleIn(['a'], following({ a: ['b', 'c'], b: ['d'], c: ['d'] }))).toBeUndefined();
    expect(cycleIn(['a'], following({ a: ['a'] }))).toEqual(['a', 'a']);
  });

  test('a node is reachable from itself only round a cycle', () => {
    expect([...reachable(['a'], following({ a: ['b'], b: ['c'] }))].toSorted()).toEqual(['b', 'c']);
    expect([...reachable(['a'], following({ a: ['b'], b: ['a'] }))].toSorted()).toEqual(['a', 'b']);
  });
});
