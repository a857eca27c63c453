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
  /** The most there can be, where a page that is asked for several rows counts once. */
  readonly different: number;
}

const none: Remaining = { least: 0, most: 0, different: 0 };
const one: Remaining = { least: 1, most: 1, different: 1 };

/**
 * How much is left on the way that some answers have taken: a route whose condition rests on what has been answered is
 * settled, any other may go either way.
 */
export const remainingPages = (walked: Walk): Remaining => {
  const { model, outcome, path } = walked;
  const open = path.at(-1);
  if (outcome !== undefined || !open) return none;
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
    if (!each || (id === open.page.id && open.row === undefined)) return one;
    const rows = rowIds(walked, each.over);
    const left = id === open.page.id ? rows.slice(rows.indexOf(open.row ?? '')) : rows;
    const asked = left.map((row) => settled(each.where, row));
    const most = asked.filter((held) => held !== false).length;
    return { least: asked.filter((held) => held === true).length, most, different: Math.min(most, 1) };
  };
  const found = new Map<string, Remaining>();
  const from = (id: string): Remaining => {
    const page = model.pages.get(id);
    if (!page) return none;
    const before = found.get(id);
    if (before) return before;
    const own = times(page);
    const ways: Remaining[] = [];
    for (const { when, to } of page.next) {
      const held = settled(when);
      if (held !== false) ways.push(typeof to === 'string' ? from(to) : none);
      if (held === true) break;
    }
    const whole = {
      least: own.least + Math.min(...ways.map(({ least }) => least)),
      most: own.most + Math.max(...ways.map(({ most }) => most)),
      different: own.different + Math.max(...ways.map(({ different }) => different)),
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
  const { least, most, different } = remainingPages(walked);
  const after = (count: number): number => between + Math.max(count - 1, 0);
  return { least: after(least), most: after(most), different: after(different) };
};
