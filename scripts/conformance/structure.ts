import { readFileSync } from 'node:fs';
import { getDocument, type PDFPageProxy, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { saidIn } from '../../src/pdf/check';
import type { DocumentModel } from '../../src/pdf/document';
import { compose, sheetOf } from '../../src/pdf/compose';
import { composeSequel } from '../../src/pdf/render-sequel';
import type { ProvenRecord } from '../../src/record/chain';
import { verifyRecord } from '../../src/verify/verify-record';
import { readPrintAssets } from '../print-assets';
import { nowByClock, subtle } from './make';

type Node = Awaited<ReturnType<PDFPageProxy['getStructTree']>>;
type Child = Node['children'][number];

const plain = (text: string): string =>
  text
    .replace(/\s*\n\s*/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .trim();

/** What stands in each piece of marked content of a page, by its id. */
const contentOf = async (page: PDFPageProxy): Promise<ReadonlyMap<string, string>> => {
  const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
  const found = new Map<string, string>();
  const open: (string | undefined)[] = [];
  for (const item of items)
    if ('str' in item) {
      const id = open.findLast((one) => one !== undefined);
      if (id !== undefined) found.set(id, `${found.get(id) ?? ''}${item.str}${item.hasEOL ? '\n' : ''}`);
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push(item.id);
  return found;
};

/** The texts below a node in reading order: of a figure its alternative text; of a list’s labels, and of contents, nothing. */
const textsBelow = (node: Child, content: ReadonlyMap<string, string>): readonly string[] => {
  if ('children' in node) {
    if (node.role === 'Lbl' || node.role === 'TOC') return [];
    if ('alt' in node && typeof node.alt === 'string') return [node.alt];
    return node.children.flatMap((child) => textsBelow(child, content));
  }
  return [content.get(node.id) ?? ''];
};

/** The text of each element of these roles below a node. */
const ofRole = (roles: readonly string[], node: Child, content: ReadonlyMap<string, string>): readonly string[] =>
  !('children' in node)
    ? []
    : roles.includes(node.role)
      ? [plain(textsBelow(node, content).join(' ')).replaceAll('\n', ' ')]
      : node.children.flatMap((child) => ofRole(roles, child, content));

/** What pdf.js reads of a file by its tags: its text, its headings with their pages, and what its contents say of these. */
interface Read {
  readonly text: string;
  readonly headings: readonly string[];
  readonly listed: readonly string[];
}

const read = async (bytes: Uint8Array): Promise<Read> => {
  const task = getDocument({ data: bytes.slice(), verbosity: VerbosityLevel.ERRORS, isEvalSupported: false });
  const pdf = await task.promise;
  const [texts, headings, listed]: [string[], string[], string[]] = [[], [], []];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const tree = (await page.getStructTree()) as Node | null;
    if (tree) {
      const content = await contentOf(page);
      texts.push(...textsBelow(tree, content));
      headings.push(...ofRole(['H1', 'H2'], tree, content).map((heading) => `${heading} ${number}`));
      listed.push(...ofRole(['TOCI'], tree, content));
    }
    page.cleanup();
  }
  await task.destroy();
  return { text: plain(texts.join(' ')), headings, listed };
};

const documentOf = async (bytes: Uint8Array): Promise<DocumentModel | undefined> => {
  const { proven } = await verifyRecord(bytes, { subtle, resources: readPrintAssets(), now: nowByClock() });
  const last = proven?.sequels.at(-1);
  const record: ProvenRecord | undefined = proven?.record;
  const sheet = record && sheetOf(record);
  if (!last) return sheet && compose(sheet);
  return composeSequel(last, record && { record, sequels: proven?.sequels.slice(0, -1) ?? [] }, sheet);
};

/** What a file must read as: every text of its document, in order; that it has contents too, where it does. */
const expected = (model: DocumentModel, contents: boolean): string =>
  plain(
    model
      .filter(({ kind }) => contents || kind !== 'contents')
      .flatMap((block) => (block.kind === 'matrix' ? [block.alt] : saidIn(block, '').map(({ text }) => text)))
      .join(' ')
      .replace(/\n/g, ' '),
  );

/**
 * Where a reading parts from what is wanted; -1 where it does not. The end of a line stands for a space or for none: pdf.js
 * does not tell a space at the end of a line, and long words are broken without one. That a space is there, the golden texts
 * tell, which poppler reads.
 */
const partsAt = (found: string, wanted: string): number => {
  let at = 0;
  for (let index = 0; index < found.length; index++) {
    if (found[index] === '\n') at += wanted[at] === ' ' ? 1 : 0;
    else if (found[index] === wanted[at]) at++;
    else return index;
  }
  return at === wanted.length ? -1 : found.length;
};

/** What stands against the contents: each entry must be a heading with its page, and over four pages there must be some. */
const contentsFault = (bytes: Uint8Array, { headings, listed }: Read): string => {
  const lost = listed.find((entry) => !headings.includes(entry));
  if (lost !== undefined) return `has no “${lost}”, which its contents name`;
  const pages = new TextDecoder('latin1').decode(bytes).match(/\n\/Type \/Page\n/g)?.length ?? 0;
  return pages > 5 && listed.length === 0 ? `has ${pages} pages and no contents` : '';
};

/** What stands against the reading order of a file by its tags; nothing where it is that of its document. */
export const structureFault = async (path: string): Promise<string> => {
  const bytes = new Uint8Array(readFileSync(path));
  const model = await documentOf(bytes);
  if (!model) return 'is refused by our own verifier';
  const found = await read(bytes);
  const wanted = expected(model, found.listed.length > 0);
  const at = partsAt(found.text, wanted);
  return at < 0
    ? contentsFault(bytes, found)
    : `does not read as its document from “${found.text.slice(Math.max(0, at - 200), at + 160)}” on`;
};
