import { holds } from './evaluate';
import type { Condition } from './expression';
import { readsThrough } from './reads';
import type { Page } from './schema';
import { rowIds } from './scope';
import { laterThan } from './structure';
import { addressOf, type Walk } from './walk';

/** How many pages are still to be completed, the open one among them: at least, and at most. */
export interface Remaining {
  readonly least: number;
  readonly most: number;
}

/**
 * How much is left on the way that some answers have taken: a route whose condition rests on what has been answered is
 * settled, any other may go either way.
 */
export const remainingPages = (walked: Walk): Remaining => {
  const { model, outcome, path } = walked;
  const open = path.at(-1);
  if (outcome !== undefined || !open) return { least: 0, most: 0 };
  const ahead = new Set([open.page.id, ...laterThan(model.policy, open.page.id)]);
  const reads = readsThrough(model.policy);
  const isAsked = (read: string): boolean => {
    const [sort, id = ''] = read.split(' ');
    return sort === 'unsure' || (sort === 'field' && ahead.has(model.places.get(id)?.page.id ?? ''));
  };
  /** What a condition comes to, or undefined while an answer that is still to come decides. */
  const settled = (when: Condition | undefined, row?: string): boolean | undefined => {
    if (when === undefined) return true;
    return [...reads(when)].some(isAsked) ? undefined : holds(walked, when, row);
  };
  const times = ({ id, each }: Page): Remaining => {
    if (id === open.page.id && open.row === undefined) return { least: 1, most: 1 };
    if (!each) return { least: 1, most: 1 };
    const rows = rowIds(walked, each.over);
    const left = id === open.page.id ? rows.slice(rows.indexOf(open.row ?? '')) : rows;
    const asked = left.map((row) => settled(each.where, row));
    return {
      least: asked.filter((one) => one === true).length,
      most: asked.filter((one) => one !== false).length,
    };
  };
  const found = new Map<string, Remaining>();
  const from = (id: string): Remaining => {
    const page = model.pages.get(id);
    if (!page) return { least: 0, most: 0 };
    const before = found.get(id);
    if (before) return before;
    const own = times(page);
    const ways: Remaining[] = [];
    for (const { when, to } of page.next) {
      const held = settled(when);
      if (held !== false) ways.push(typeof to === 'string' ? from(to) : { least: 0, most: 0 });
      if (held === true) break;
    }
    const whole = {
      least: own.least + Math.min(...ways.map(({ least }) => least)),
      most: own.most + Math.max(...ways.map(({ most }) => most)),
    };
    found.set(id, whole);
    return whole;
  };
  return from(open.page.id);
};

/** How many pages come after one on the path. */
export const pagesAfter = (walked: Walk, address: string): Remaining => {
  const at = walked.path.findIndex((step) => addressOf(step) === address);
  const between = walked.path.length - 1 - at;
  const { least, most } = remainingPages(walked);
  return { least: between + Math.max(least - 1, 0), most: between + Math.max(most - 1, 0) };
};
