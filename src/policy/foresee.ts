import { readsThrough } from './reads';
import type { Page } from './schema';
import type { Scope } from './scope';
import { type AskedField, flatFields, instances, isComplete, walk } from './walk';

/** What a page may still be told: its fields that are not answered, in any row, and those that it does not ask yet. */
const missingOn = (scope: Scope, { fields }: Page, asked: readonly AskedField[]): readonly string[] => {
  const answered = (id: string): boolean => {
    const found = flatFields(asked).filter(({ field }) => field.id === id);
    return found.length > 0 && found.every(({ key }) => scope.counted.has(key));
  };
  const ids = fields.flatMap((field) => [
    field.id,
    ...(field.kind === 'group' ? field.fields.map(({ id }) => id) : []),
  ]);
  return ids.filter((id) => !answered(id));
};

/**
 * Whether the way on from a page is known without the answers to some fields; to an outcome it never is. A page that is
 * asked for no row now is passed over, so that the way on from there counts.
 */
const isKnownWithout = (scope: Scope, page: Page, missing: ReadonlySet<string>): boolean => {
  const { model } = scope;
  const reads = readsThrough(model.policy);
  return page.next.every(({ when, to }) => {
    const next = typeof to === 'string' ? model.pages.get(to) : undefined;
    const read = [...reads([when, next?.each])];
    if (next === undefined || read.some((one) => one === 'unsure' || missing.has(one.replace('field ', ''))))
      return false;
    return instances(scope, next).length > 0 || isKnownWithout(scope, next, missing);
  });
};

/**
 * Walks as `walk` does, and past pages that are still to be completed for as long as what they lack does not decide the
 * way. For what may be shown before it is asked; no outcome is ever seen past such a page.
 */
export const foresee: typeof walk = (model, answers, today) => {
  const missing = new Set<string>();
  let past = false;
  return walk(model, answers, today, (scope, asked, page) => {
    if (!isComplete(scope, asked)) {
      past = true;
      for (const id of missingOn(scope, page, asked)) missing.add(id);
    }
    return past && !isKnownWithout(scope, page, missing);
  });
};
