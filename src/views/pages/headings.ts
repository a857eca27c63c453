import type { Block, DocumentModel } from '../../pdf/document';
import type { Bookmark } from '../../verify/pages';

/**
 * Which bookmark each heading of a document has. Both are in the order of the pages, and the bookmarks have a few besides,
 * such as the list of contents, which a screen leaves out.
 */
export const bookmarksOf = (model: DocumentModel, bookmarks: readonly Bookmark[]): ReadonlyMap<Block, Bookmark> => {
  const found = new Map<Block, Bookmark>();
  let next = 0;
  for (const block of model) {
    if (block.kind !== 'heading') continue;
    const at = bookmarks.findIndex(({ title }, index) => index >= next && title === block.text);
    const bookmark = bookmarks[at];
    if (!bookmark) continue;
    found.set(block, bookmark);
    next = at + 1;
  }
  return found;
};
