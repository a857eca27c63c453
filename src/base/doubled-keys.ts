import type { Path } from './path';

/** An object or a list that is being read: the keys seen so far (none in a list), and the key or place now. */
interface Open {
  readonly keys: Set<string> | undefined;
  at: string | number;
}

const quote = 0x22;
const backslash = 0x5c;

/** The end of the text that starts at a quote: the place after its closing quote. */
const textEnd = (source: string, start: number): number => {
  let at = start + 1;
  while (at < source.length && source.charCodeAt(at) !== quote) at += source.charCodeAt(at) === backslash ? 2 : 1;
  return at + 1;
};

const blank = /[\t\n\r ]*/y;

/** The place of the next character that is no white space. */
const next = (source: string, start: number): number => {
  blank.lastIndex = start;
  blank.test(source);
  return blank.lastIndex;
};

/**
 * Where an object of a JSON text has a key for the second time, the first `most` of them. JSON.parse would keep the last
 * value without a word (RFC 8259, 4: what a reader does with such an object "is unpredictable"). The text must be one
 * that JSON.parse takes.
 */
export const doubledKeys = (source: string, most: number): readonly Path[] => {
  const found: Path[] = [];
  const open: Open[] = [];
  for (let at = 0; at < source.length && found.length < most; at++) {
    const char = source[at];
    const inner = open.at(-1);
    if (char === '{') open.push({ keys: new Set(), at: '' });
    else if (char === '[') open.push({ keys: undefined, at: 0 });
    else if (char === '}' || char === ']') open.pop();
    else if (char === ',' && typeof inner?.at === 'number') inner.at++;
    else if (char === '"') {
      const end = textEnd(source, at);
      if (inner?.keys && source[next(source, end)] === ':') {
        inner.at = JSON.parse(source.slice(at, end)) as string;
        if (inner.keys.has(inner.at)) found.push(open.map((one) => one.at));
        inner.keys.add(inner.at);
      }
      at = end - 1;
    }
  }
  return found;
};
