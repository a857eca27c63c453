/** A value of a PDF (ISO 32000-1, 7.3), and where it begins. `end` is just after its last byte. */
export type PdfValue = { readonly at: number; readonly end: number } & (
  | { readonly kind: 'dictionary'; readonly entries: ReadonlyMap<string, PdfValue> }
  | { readonly kind: 'array'; readonly items: readonly PdfValue[] }
  | { readonly kind: 'name' | 'word'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'reference'; readonly id: number }
  /** A string; its bytes stand inside its brackets, unread. */
  | { readonly kind: 'hexadecimal' | 'literal' }
);

/** Bytes being read, and how many more values may be: a crafted file costs no more than a few thousand steps. */
export interface Source {
  readonly bytes: Uint8Array;
  left: number;
}

const depthLimit = 16;
const tokenLimit = 128;

const code = (sign: string): number => sign.charCodeAt(0);
const [slash, less, greater, open, close, openArray, closeArray, backslash] = Array.from('/<>()[]\\', code);
const delimiters: ReadonlySet<number | undefined> = new Set(Array.from('()<>[]{}/%', code));

const isSpace = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x0a;
const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;

/** Whether these ASCII characters stand at an offset. */
export const standsAt = (bytes: Uint8Array, at: number, text: string): boolean => {
  for (let index = 0; index < text.length; index++) if (bytes[at + index] !== text.charCodeAt(index)) return false;
  return true;
};

/** The whole number whose digits stand at an offset, at most ten of them. */
export const digitsAt = (
  bytes: Uint8Array,
  at: number,
): { readonly value: number; readonly end: number } | undefined => {
  let [end, value] = [at, 0];
  for (; isDigit(bytes[end]) && end - at < 10; end++) value = value * 10 + (bytes[end] ?? 0) - 0x30;
  return end === at || isDigit(bytes[end]) ? undefined : { value, end };
};

const skipSpace = (bytes: Uint8Array, at: number): number => {
  let next = at;
  while (isSpace(bytes[next])) next++;
  return next;
};

/** The run of regular characters at an offset. */
const tokenAt = (bytes: Uint8Array, at: number): string | undefined => {
  let text = '';
  for (let next = at; text.length <= tokenLimit; next++) {
    const byte = bytes[next];
    if (byte === undefined || byte <= 0x20 || byte > 0x7e || delimiters.has(byte)) return text;
    text += String.fromCharCode(byte);
  }
  return undefined;
};

const stringAt = (bytes: Uint8Array, at: number): PdfValue | undefined => {
  const hexadecimal = bytes[at] === less;
  const stop = hexadecimal ? greater : close;
  const end = bytes.indexOf(stop ?? 0, at + 1);
  if (end < 0) return undefined;
  // Nothing of ours escapes or nests anything in a string, so that its end needs no judgement.
  const inside = bytes.subarray(at + 1, end);
  if (!hexadecimal && (inside.includes(open ?? 0) || inside.includes(backslash ?? 0))) return undefined;
  return { kind: hexadecimal ? 'hexadecimal' : 'literal', at, end: end + 1 };
};

const numberOrReferenceAt = (bytes: Uint8Array, at: number): PdfValue | undefined => {
  const whole = digitsAt(bytes, at);
  if (whole && standsAt(bytes, whole.end, ' 0 R'))
    return { kind: 'reference', id: whole.value, at, end: whole.end + 4 };
  const text = tokenAt(bytes, at) ?? '';
  const end = at + text.length;
  if (text.length <= 20 && /^-?\d+(?:\.\d+)?$/.test(text)) return { kind: 'number', value: Number(text), at, end };
  return text === 'true' || text === 'false' || text === 'null' ? { kind: 'word', text, at, end } : undefined;
};

const nameAt = (bytes: Uint8Array, at: number): (PdfValue & { kind: 'name' }) | undefined => {
  const text = bytes[at] === slash ? tokenAt(bytes, at + 1) : undefined;
  return text ? { kind: 'name', text, at, end: at + 1 + text.length } : undefined;
};

const arrayAt = (source: Source, at: number, depth: number): PdfValue | undefined => {
  const items: PdfValue[] = [];
  let next = skipSpace(source.bytes, at + 1);
  while (source.bytes[next] !== closeArray) {
    const item = valueAt(source, next, depth + 1);
    if (!item) return undefined;
    items.push(item);
    next = skipSpace(source.bytes, item.end);
  }
  return { kind: 'array', items, at, end: next + 1 };
};

const dictionaryAt = (source: Source, at: number, depth: number): PdfValue | undefined => {
  const entries = new Map<string, PdfValue>();
  let next = skipSpace(source.bytes, at + 2);
  while (!standsAt(source.bytes, next, '>>')) {
    const key = nameAt(source.bytes, next);
    const value = key && valueAt(source, skipSpace(source.bytes, key.end), depth + 1);
    if (!value || entries.has(key.text)) return undefined;
    entries.set(key.text, value);
    next = skipSpace(source.bytes, value.end);
  }
  return { kind: 'dictionary', entries, at, end: next + 2 };
};

/**
 * The value at an offset, in the few forms in which our own files write one: no comments, no tabs or carriage returns, no
 * escapes. Undefined for anything else, for a doubled key, and past the limits.
 */
export const valueAt = (source: Source, at: number, depth = 0): PdfValue | undefined => {
  const { bytes } = source;
  if (depth > depthLimit || --source.left < 0) return undefined;
  if (standsAt(bytes, at, '<<')) return dictionaryAt(source, at, depth);
  switch (bytes[at]) {
    case slash:
      return nameAt(bytes, at);
    case openArray:
      return arrayAt(source, at, depth);
    case less:
    case open:
      return stringAt(bytes, at);
    default:
      return numberOrReferenceAt(bytes, at);
  }
};
