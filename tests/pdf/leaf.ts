import type { RecordPayload } from '../../src/record/payload';

export type Path = readonly (string | number)[];

/** The paths of all leaves of a payload. */
export const leavesOf = (value: unknown, path: Path = []): readonly Path[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) =>
        leavesOf(inner, [...path, Array.isArray(value) ? Number(key) : key]),
      )
    : [path];

/** Other kinds of an entry with the same fields. Those that are not here have fields that no other kind has. */
const otherKinds: Readonly<Record<string, readonly string[]>> = {
  answered: ['cleared', 'noted'],
  carried: ['answered'],
  cleared: ['unnoted'],
  noted: ['answered'],
  unnoted: ['cleared'],
  withdrawn: ['cleared'],
};

/** The words of a closed list; of a list of one, there is no other. */
const closed: readonly (readonly string[])[] = [
  ['record', 'practice'],
  ['en', 'cy'],
  ['browser', 'pkcs12'],
  ['self-asserted', 'council-ca'],
  ['ES256', 'RS256'],
  ['answer', 'note'],
  ['officer'],
  ['device'],
  ['B-B', 'B-T'],
];

const next = (character: string): string =>
  character === '9' ? '8' : character === 'a' ? 'b' : character < 'a' ? '9' : 'a';

/** Other values that a leaf of a payload could well have; `more` are closed lists beside those of records. */
export const others = (payload: object, path: Path, value: unknown, more: typeof closed = []): readonly unknown[] => {
  if (typeof value === 'number') return [value + 1];
  if (typeof value === 'boolean') return [!value];
  const text = String(value);
  const last = path.at(-1);
  if (path[0] === 'log' && last === 'kind' && 'log' in payload) {
    const entry = (payload.log as RecordPayload['log'])[Number(path[1])];
    const isText = entry && 'value' in entry && typeof entry.value === 'string';
    return (otherKinds[text] ?? []).filter((kind) => kind !== 'noted' || isText);
  }
  const words = [...more, ...closed].find((list) => list.includes(text));
  if (words && typeof last === 'string') return words.filter((word) => word !== text);
  if (/^\d{4}-\d\d-\d\dT/.test(text)) {
    const [second, minute] = [text.slice(17, 19), text.slice(14, 16)].map((part) => (part === '07' ? '08' : '07'));
    return [
      `${text.slice(0, 17)}${second}${text.slice(19)}`,
      `${text.slice(0, 14)}${minute}${text.slice(16)}`,
      text.replace('+00:00', '+01:00'),
    ];
  }
  if (/^\d{4}-\d\d(?:-\d\d)?$/.test(text)) return [`2031${text.slice(4)}`];
  if (/^record\/\d$/.test(text)) return ['record/1'];
  // An id, a hash, a text: another last letter, and one letter more.
  return [
    `${text.slice(0, -1)}${next(text.slice(-1))}`,
    ...(/^[0-9a-z]{26}$|^[0-9a-f]{64}$/.test(text) ? [] : [`${text}x`]),
  ];
};

export const setAt = (value: unknown, path: Path, part: unknown): unknown => {
  const [head, ...rest] = path;
  if (head === undefined) return part;
  if (Array.isArray(value))
    return value.map((item: unknown, index) => (index === head ? setAt(item, rest, part) : item));
  const object = value as Readonly<Record<string, unknown>>;
  return { ...object, [head]: setAt(object[String(head)], rest, part) };
};

/** What can be read on the pages: every text of the document but those that only say how it looks or is read aloud. */
export const visible = (node: unknown, key = ''): string => {
  if (typeof node === 'string') return ['kind', 'style', 'align', 'alt'].includes(key) ? '' : `${node}\n`;
  if (Array.isArray(node)) return node.map((item) => visible(item, key)).join('');
  return typeof node === 'object' && node !== null
    ? Object.entries(node)
        .map(([name, inner]) => visible(inner, name))
        .join('')
    : '';
};
