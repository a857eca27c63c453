import { holds } from './evaluate';
import { fill, inLanguage, present } from './present';
import type { Shown } from './schema';
import { rowIds, type Scope } from './scope';
import type { Language } from './text';

/** The lines that have something to show: each label with what its operand comes to, one text for each thing in it. */
export const shownLines = (
  scope: Scope,
  shown: readonly Shown[],
  language: Language,
): readonly { readonly label: string; readonly texts: readonly string[] }[] =>
  shown.flatMap(({ label, from, when, over }) => {
    const rows = over === undefined ? [undefined] : rowIds(scope, over);
    const isShown = when === undefined || holds(scope, when);
    const texts = isShown ? rows.flatMap((row) => present(scope, from, language, row)) : [];
    return texts.length === 0 ? [] : [{ label: fill(scope, inLanguage(label, language), language), texts }];
  });
