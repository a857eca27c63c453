/** What the foot of every page of our documents says, as another program printed it. */
export interface PrintedId {
  /** The first 16 digits of the document's id. */
  readonly id: string;
  /** The reference of the evaluation, where it can be read. */
  readonly reference: string | undefined;
}

const ids = /\b[0-9a-f]{16}\b/g;
const references = /\bE-[0-9A-Z]{5}-[0-9A-Z]{5}\b/g;

/** What each of these pages says, in the order of the first. */
const onEach = (pages: readonly string[], form: RegExp): readonly string[] => {
  const [first = [], ...others] = pages.map((text): readonly string[] => text.match(form) ?? []);
  return first.filter((found) => others.every((other) => other.includes(found)));
};

/**
 * The id and the reference at the foot of pages, from their texts: what stands on every one of them. What is typed into a
 * record stands on one page or another, and is not taken for its foot. Undefined where no page has such an id.
 */
export const printedId = (pages: readonly string[]): PrintedId | undefined => {
  const id = onEach(pages, ids).at(-1);
  return id === undefined ? undefined : { id, reference: onEach(pages, references).at(-1) };
};
