import { type Key, partsOfKey } from '../policy/answer';
import { laterThan } from '../policy/structure';
import type { Step, Walk } from '../policy/walk';

/** What becomes of answers that counted when others are changed. */
export interface ChangeEffect {
  /** They stand on pages that the new answers do not lead to. */
  readonly setAside: readonly Key[];
  /** They may count again once the new questions before them are answered. */
  readonly waiting: readonly Key[];
}

/** Compares how far answers led before a change and after it. Of the page that is changed itself nothing is said. */
export const effectOf = (before: Walk, after: Walk, changed: Step): ChangeEffect => {
  const { model } = after;
  const pageOf = (key: Key): string => model.places.get(partsOfKey(key).field)?.page.id ?? '';
  const isChanged = (key: Key): boolean =>
    pageOf(key) === changed.page.id && (changed.row === undefined || partsOfKey(key).row === changed.row);
  const lost = [...before.counted.keys()].filter((key) => !after.counted.has(key) && !isChanged(key));
  const open = after.outcome === undefined ? after.path.at(-1)?.page.id : undefined;
  if (open === undefined || lost.length === 0) return { setAside: lost, waiting: [] };
  const later = laterThan(model.policy, open);
  const mayReturn = (key: Key): boolean => pageOf(key) === open || later.has(pageOf(key));
  return { setAside: lost.filter((key) => !mayReturn(key)), waiting: lost.filter(mayReturn) };
};
