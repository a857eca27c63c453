import { type Objects, ref } from './objects';
import { number, textString } from './tokens';

/** The structure types that we use (ISO 32000-1, 14.8.4). */
export type StructureType =
  | 'Document'
  | 'Div'
  | 'TOC'
  | 'TOCI'
  | 'Reference'
  | 'Link'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'BlockQuote'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure';

export interface Attributes {
  /** Of a TH: what it is the header of. */
  readonly scope?: 'Row' | 'Column';
  /** Of an L. */
  readonly numbering?: 'Disc' | 'Decimal';
  /** Of a Figure: what it shows, in words. */
  readonly alt?: string;
}

/** Marked content on a page, by its number there. */
export interface Mark {
  readonly page: number;
  readonly mcid: number;
}

/** A link on a page, by its number in the document. */
export interface LinkMark {
  readonly page: number;
  readonly link: number;
}

/** A node of the structure tree: what a screen reader meets, in order. */
export interface Element {
  readonly type: StructureType;
  readonly attributes: Attributes;
  readonly parent: Element | undefined;
  readonly kids: (Element | Mark | LinkMark)[];
  /** Of a Figure: left, bottom, right, top in points from the page's lower left. */
  box?: readonly [number, number, number, number];
}

export const newElement = (parent: Element | undefined, type: StructureType, attributes: Attributes = {}): Element => {
  const element: Element = { type, attributes, parent, kids: [] };
  parent?.kids.push(element);
  return element;
};

const isElement = (kid: Element['kids'][number]): kid is Element => 'kids' in kid;

const attributeObjects = ({ attributes: { scope, numbering }, box }: Element): readonly string[] => [
  ...(scope ? [`<< /O /Table /Scope /${scope} >>`] : []),
  ...(numbering ? [`<< /O /List /ListNumbering /${numbering} >>`] : []),
  ...(box ? [`<< /O /Layout /Placement /Block /BBox [${box.map(number).join(' ')}] >>`] : []),
];

/** The key by which the tree of parents finds the element of a link: those of the pages come first. */
export const linkKey = (pages: number, link: number): number => pages + link;

/**
 * Writes the structure tree and the tree that leads from marked content back to it.
 * @param marked for each page, from 1, the elements of its marked content in the order of their numbers
 * @param links the elements of links, each with the object number of its annotation, in the order of their numbers
 * @param pageId the object number of a page
 * @returns the object number of the StructTreeRoot
 */
export const writeStructure = (
  objects: Objects,
  root: Element,
  marked: readonly (readonly Element[])[],
  links: readonly { readonly element: Element; readonly id: number }[],
  pageId: (page: number) => number,
): number => {
  const treeId = objects.reserve();
  const ids = new Map<Element, number>();
  const idOf = (element: Element): number => {
    const id = ids.get(element) ?? objects.reserve();
    ids.set(element, id);
    return id;
  };
  const write = (element: Element): void => {
    const { type, parent, kids, attributes } = element;
    const content = kids.map((kid) => {
      if (isElement(kid)) return ref(idOf(kid));
      const page = `/Pg ${ref(pageId(kid.page))}`;
      return 'mcid' in kid
        ? `<< /Type /MCR ${page} /MCID ${kid.mcid} >>`
        : `<< /Type /OBJR ${page} /Obj ${ref(links[kid.link]?.id ?? 0)} >>`;
    });
    const about = attributeObjects(element);
    const alt = attributes.alt === undefined ? '' : ` /Alt ${textString(attributes.alt)}`;
    const more = `${alt}${about.length > 0 ? ` /A [${about.join(' ')}]` : ''}`;
    const above = ref(parent ? idOf(parent) : treeId);
    objects.fill(idOf(element), `<< /Type /StructElem /S /${type} /P ${above} /K [${content.join(' ')}]${more} >>`);
    for (const kid of kids) if (isElement(kid)) write(kid);
  };
  write(root);
  const pages = marked.map(
    (elements, index) => `${index} [${elements.map((element) => ref(idOf(element))).join(' ')}]`,
  );
  const linked = links.map(({ element }, index) => `${linkKey(marked.length, index)} ${ref(idOf(element))}`);
  const parents = objects.add(`<< /Nums [${[...pages, ...linked].join(' ')}] >>`);
  const next = `/ParentTree ${ref(parents)} /ParentTreeNextKey ${marked.length + links.length}`;
  objects.fill(treeId, `<< /Type /StructTreeRoot /K [${ref(idOf(root))}] ${next} >>`);
  return treeId;
};
