import type { Failure } from '../../base/result';
import { failure } from '../../base/result';
import { canonicalText, refusedCharacters } from '../../base/text';
import type { TypedForm } from '../../storage/deciding';
import { sentenceFor } from '../../strings/failures';
import { type Fault, longestName } from '../../views/signer-details';

export type { Fault } from '../../views/signer-details';

/** How much one line and one longer text may hold, as the format says. */
export const longest = { line: 200, words: 4000, name: longestName } as const;

/** A form being read: what its fields hold, and what is wrong with them. */
export interface Reading {
  readonly faults: Fault[];
  /** One line, with what to say where it is empty. */
  readonly line: (field: string, needed: string, most?: number) => string;
  /** Several lines; empty is a fault where there is something to say of it. */
  readonly words: (field: string, needed?: string) => string | undefined;
  /** One of a few. */
  readonly choice: <Value extends string>(field: string, of: readonly Value[], needed: string) => Value | undefined;
}

const wrong = (text: string, lines: boolean, most: number): Failure | undefined => {
  const refused = refusedCharacters(text, lines);
  if (refused.length > 0) return failure('field.characters', '', { characters: refused.join(' ') });
  return text.length > most ? failure('field.too-long', '', { max: most, over: text.length - most }) : undefined;
};

/** Reads a form; what is said of a field that holds odd characters or too much begins with what it is called. */
export const readingOf = (form: TypedForm): Reading => {
  const faults: Fault[] = [];
  const text = (field: string, lines: boolean, most: number): string => {
    const clean = canonicalText(form[field] ?? '', lines);
    const fault = wrong(clean, lines, most);
    if (fault) faults.push({ field, text: sentenceFor(fault) });
    return clean;
  };
  return {
    faults,
    line: (field, needed, most = longest.line) => {
      const clean = text(field, false, most);
      if (clean === '') faults.push({ field, text: needed });
      return clean;
    },
    words: (field, needed) => {
      const clean = text(field, true, longest.words);
      if (clean === '' && needed !== undefined) faults.push({ field, text: needed });
      return clean === '' ? undefined : clean;
    },
    choice: (field, of, needed) => {
      const found = of.find((one) => one === form[field]);
      if (found === undefined) faults.push({ field, text: needed });
      return found;
    },
  };
};
