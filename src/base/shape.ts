import { depthLimit, type JsonCode, parseJson } from './canonical';
import { type Path, pathText } from './path';
import { type Failure, failure, type Result, succeed } from './result';
import type { z } from './zod';

export { pathText } from './path';

export type ShapeCode =
  | JsonCode
  | 'shape.unknown-key'
  | 'shape.missing'
  | 'shape.kind'
  | 'shape.choice'
  | 'shape.size'
  | 'shape.format'
  | 'shape.form'
  | 'shape.forbidden-key';

const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (inner, part) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<PropertyKey, unknown>)[part] : undefined,
    value,
  );

/** A value as a failure tells of it: a text or a number itself, shortened; of anything else, its kind. */
export const describe = (value: unknown): string => {
  if (typeof value === 'string' || typeof value === 'number') return String(value).slice(0, 100);
  return value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value;
};

const kindOf = (value: unknown): string =>
  typeof value === 'string' ? 'text' : typeof value === 'number' ? 'number' : describe(value);

type Issues = readonly z.core.$ZodIssue[];

/**
 * The one alternative of a union that was meant, as its issues: all of them lie inside the value, so that its kind and
 * its keys fit. Undefined where none or several are so.
 */
const meant = (alternatives: readonly Issues[]): Issues | undefined => {
  const inside = alternatives.filter((issues) =>
    issues.every((issue) => issue.path.length > 0 || (issue.code === 'invalid_union' && meant(issue.errors))),
  );
  return inside.length === 1 ? inside[0] : undefined;
};

const failuresOf = (issues: Issues, root: unknown, base: Path): readonly Failure<ShapeCode>[] =>
  issues.flatMap((issue): readonly Failure<ShapeCode>[] => {
    const path = [...base, ...issue.path];
    const place = pathText(path);
    const found = at(root, path);
    switch (issue.code) {
      case 'unrecognized_keys':
        return issue.keys.map((key) => failure('shape.unknown-key', pathText([...path, key]), { key }));
      case 'invalid_type':
        return found === undefined
          ? [failure('shape.missing', place)]
          : [failure('shape.kind', place, { expected: issue.expected, found: kindOf(found) })];
      case 'invalid_value':
        return found === undefined
          ? [failure('shape.missing', place)]
          : [failure('shape.choice', place, { allowed: issue.values.map(String).join(', ') })];
      case 'too_big':
        return [failure('shape.size', place, { limit: String(issue.maximum), bound: 'at most' })];
      case 'too_small':
        return [failure('shape.size', place, { limit: String(issue.minimum), bound: 'at least' })];
      case 'invalid_format':
      case 'custom':
        return [failure('shape.format', place, { found: describe(found) })];
      case 'invalid_union': {
        if (found === undefined) return [failure('shape.missing', place)];
        const inner = meant(issue.errors);
        return inner ? failuresOf(inner, root, path) : [failure('shape.form', place)];
      }
      case 'invalid_key':
        return [failure('shape.format', place, { found: describe(path.at(-1)) })];
      default:
        return [failure('shape.form', place)];
    }
  });

/** What no schema should see: nesting past the limit, and keys that JavaScript reads as something else. */
const hostileParts = (value: unknown, path: Path = []): readonly Failure<ShapeCode>[] => {
  if (typeof value !== 'object' || value === null) return [];
  if (path.length >= depthLimit) return [failure('json.too-deep', pathText(path), { limit: depthLimit })];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    return [
      ...(key === '__proto__' ? [failure<ShapeCode>('shape.forbidden-key', pathText(here), { key })] : []),
      ...hostileParts(inner, here),
    ];
  });
};

/** An unknown value as one of the schema's type, or every place where it is not. */
export const parseShape = <Value>(schema: z.ZodMiniType<Value>, value: unknown): Result<Value, ShapeCode> => {
  const hostile = hostileParts(value);
  if (hostile.length > 0) return { ok: false, failures: hostile };
  const parsed = schema.safeParse(value);
  return parsed.success ? succeed(parsed.data) : { ok: false, failures: failuresOf(parsed.error.issues, value, []) };
};

/** JSON text or bytes as a value of the schema's type. */
export const parseJsonShape = <Value>(
  schema: z.ZodMiniType<Value>,
  source: string | Uint8Array,
): Result<Value, ShapeCode> => {
  const json = parseJson(source, '');
  return json.ok ? parseShape(schema, json.value) : json;
};
