import type { Demand, Worded } from './comparison';
import type { Words } from './term';

type Said = { readonly comparison: Worded; readonly holds: boolean };

/** Words in groups: those that must be the same are in one. */
const groupsOf = (said: readonly Said[]): ((words: Words) => Set<Words>) => {
  const groups = new Map<Words, Set<Words>>();
  const of = (words: Words): Set<Words> => groups.get(words) ?? new Set([words]);
  for (const { comparison, holds } of said) {
    const others = typeof comparison.text === 'object' ? [comparison.text] : [];
    const all = holds ? [[comparison.words, ...others]] : [[comparison.words], others];
    for (const some of all) {
      const joined = new Set(some.flatMap((one) => [...of(one)]));
      for (const one of joined) groups.set(one, joined);
    }
  }
  return of;
};

/** Texts that meet what is demanded of some words; undefined where there are none. */
export const solveTexts = (demands: readonly Demand[]): ReadonlyMap<string, string> | undefined => {
  const said = demands.filter((one): one is Said => one.comparison.kind === 'words');
  const groupOf = groupsOf(said);
  const texts = new Map<Set<Words>, string>();
  const isRefused = (group: Set<Words>, text: string): boolean => [...group].some(({ never }) => never?.has(text));
  for (const { comparison, holds } of said) {
    if (!holds || typeof comparison.text === 'object') continue;
    const group = groupOf(comparison.words);
    if ((texts.get(group) ?? comparison.text) !== comparison.text || isRefused(group, comparison.text))
      return undefined;
    texts.set(group, comparison.text);
  }
  // words that are compared with others, and are no text that is named, are each one of their own
  const named = new Set(said.flatMap(({ comparison: { text } }) => (typeof text === 'string' ? [text] : [])));
  let made = 0;
  for (const { comparison } of said) {
    if (typeof comparison.text === 'string') continue;
    for (const group of [comparison.words, comparison.text].map(groupOf)) {
      if (texts.has(group)) continue;
      do made += 1;
      while (named.has(`w${made}`) || isRefused(group, `w${made}`));
      texts.set(group, `w${made}`);
    }
  }
  const clash = said.some(({ comparison: { words, text }, holds }) => {
    const other = typeof text === 'string' ? text : texts.get(groupOf(text));
    return !holds && texts.get(groupOf(words)) === other;
  });
  if (clash) return undefined;
  return new Map([...texts].flatMap(([group, text]) => [...group].map(({ key }) => [key, text] as const)));
};
