/** A path as failures write it, as keys and numbers: `questions[3].id` is `['questions', 3, 'id']`. */
const partsOf = (path: string): readonly (string | number)[] =>
  [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, key]) =>
    index === undefined ? String(key) : Number(index),
  );

const child = (node: unknown, part: string | number): unknown =>
  typeof node === 'object' && node !== null ? (node as Record<string | number, unknown>)[part] : undefined;

/** What stands at a path in a JSON value. */
export const partAt = (value: unknown, path: string): unknown => partsOf(path).reduce(child, value);

/** A copy of a JSON value with something else at a path; nothing there where `part` is undefined. */
export const edited = <Value>(value: Value, path: string, part: unknown): Value => {
  const copy = structuredClone(value);
  const parts = partsOf(path);
  const last = parts.at(-1) ?? '';
  const parent = parts.slice(0, -1).reduce<unknown>(child, copy);
  if (typeof parent !== 'object' || parent === null) throw new Error(`nothing at ${path}`);
  if (part === undefined) Reflect.deleteProperty(parent, last);
  else Object.defineProperty(parent, last, { value: part, enumerable: true, writable: true, configurable: true });
  return copy;
};
