import { type Objects, ref } from './objects';
import { number, textString } from './tokens';

/** A heading, as the reader's list of bookmarks shows it. */
export interface Bookmark {
  readonly level: 1 | 2 | 3;
  readonly text: string;
  readonly page: number;
  /** Points from the page's lower edge. */
  readonly top: number;
}

interface Item {
  readonly bookmark: Bookmark;
  readonly items: readonly Item[];
}

/** The flat list of headings as a tree: deeper ones belong to the one before. */
const nest = (bookmarks: readonly Bookmark[]): readonly Item[] => {
  const [first, ...rest] = bookmarks;
  if (!first) return [];
  const next = rest.findIndex(({ level }) => level <= first.level);
  const inside = next < 0 ? rest : rest.slice(0, next);
  return [{ bookmark: first, items: nest(inside) }, ...(next < 0 ? [] : nest(rest.slice(next)))];
};

const count = (items: readonly Item[]): number => items.reduce((sum, item) => sum + 1 + count(item.items), 0);

/** Writes the outline (ISO 32000-1, 12.3.3), all open; returns its object number, or undefined where there is none. */
export const writeOutline = (
  objects: Objects,
  bookmarks: readonly Bookmark[],
  pageId: (page: number) => number,
): number | undefined => {
  const writeItems = (items: readonly Item[], parent: number): string => {
    const ids = items.map(() => objects.reserve());
    items.forEach(({ bookmark: { text, page, top }, items: inside }, index) => {
      const id = ids[index] ?? 0;
      const before = ids[index - 1];
      const after = ids[index + 1];
      const entries = [
        `/Title ${textString(text)} /Parent ${ref(parent)}`,
        `/Dest [${ref(pageId(page))} /XYZ 0 ${number(top)} null]`,
        ...(before === undefined ? [] : [`/Prev ${ref(before)}`]),
        ...(after === undefined ? [] : [`/Next ${ref(after)}`]),
        ...(inside.length === 0 ? [] : [writeItems(inside, id)]),
      ];
      objects.fill(id, `<< ${entries.join(' ')} >>`);
    });
    return `/First ${ref(ids[0] ?? 0)} /Last ${ref(ids.at(-1) ?? 0)} /Count ${count(items)}`;
  };
  const items = nest(bookmarks);
  if (items.length === 0) return undefined;
  const root = objects.reserve();
  objects.fill(root, `<< /Type /Outlines ${writeItems(items, root)} >>`);
  return root;
};
