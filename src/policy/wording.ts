import { isCanonicalText, refusedCharacters } from '../base/text';
import { pathText } from '../base/shape';
import { type Failure, failure } from '../base/result';
import { placesIn } from './place';
import type { Policy } from './schema';
import type { Text } from './text';

export type WordingCode =
  | 'policy.missing-text'
  | 'policy.text-form'
  | 'policy.characters'
  | 'policy.unknown-placeholder'
  | 'policy.early-placeholder';

type Path = readonly PropertyKey[];

const isText = (node: object): node is Text => 'en' in node && typeof node.en === 'string';

/** What stands in an object or a list, with its path. */
const partsOf = (node: object, path: Path): readonly (readonly [unknown, Path])[] =>
  Object.entries(node).map(([key, inner]) => [inner, [...path, Array.isArray(node) ? Number(key) : key]]);

/** Every text in a policy or a settings file, with its place. */
export const textsIn = (node: unknown, path: Path = []): readonly { readonly place: string; readonly text: Text }[] => {
  if (typeof node !== 'object' || node === null) return [];
  if (isText(node)) return [{ place: pathText(path), text: node }];
  return partsOf(node, path).flatMap(([inner, at]) => textsIn(inner, at));
};

/** The ids between braces in a text. */
export const placeholdersIn = (text: string): readonly string[] =>
  [...text.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? '');

/**
 * The strings anywhere in a policy or a settings file that a record cannot hold, literals and names among them: any may
 * come to stand in one. `characters` are those that its font cannot print; none where only the form is wrong.
 */
export const unprintable = (
  node: unknown,
  path: Path = [],
): readonly { readonly place: string; readonly characters: string }[] => {
  if (typeof node === 'object' && node !== null)
    return partsOf(node, path).flatMap(([inner, at]) => unprintable(inner, at));
  if (typeof node !== 'string' || isCanonicalText(node, false)) return [];
  return [{ place: pathText(path), characters: refusedCharacters(node, false).join(' ') }];
};

/** Texts that a language lacks, that the record's font cannot print, or that name an unknown setting, field or value. */
export const wordingFaults = (policy: Policy): readonly Failure<WordingCode>[] => {
  const settings = new Set([...policy.settings.map((setting) => setting.id), 'app-council']);
  const names = new Set([
    ...settings,
    ...policy.values.map((value) => value.id),
    ...placesIn(policy).map((place) => place.field.id),
  ]);
  /** Notes, the first page and the example are read without answers, so they may name settings alone. */
  const refused = (place: string, id: string): WordingCode | undefined => {
    if (!names.has(id)) return 'policy.unknown-placeholder';
    return /^(about|welcome|practice|guidance\[|stages\[)/.test(place) && !settings.has(id)
      ? 'policy.early-placeholder'
      : undefined;
  };
  return [
    ...unprintable(policy).map(({ place, characters }) =>
      characters === ''
        ? failure<WordingCode>('policy.text-form', place)
        : failure<WordingCode>('policy.characters', place, { characters }),
    ),
    ...textsIn(policy).flatMap(({ place, text }): readonly Failure<WordingCode>[] => [
      ...policy.languages
        .filter((language) => text[language] === undefined)
        .map((language) => failure<WordingCode>('policy.missing-text', place, { language })),
      ...Object.entries(text).flatMap(([language, words]) =>
        placeholdersIn(words ?? '').flatMap((id) => {
          const code = refused(place, id);
          return code === undefined ? [] : [failure(code, `${place}.${language}`, { id })];
        }),
      ),
    ]),
  ];
};
