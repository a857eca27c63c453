import { fail, type Result, succeed } from '../base/result';
import { checkDocument, type PrintCode } from './check';
import type { Block, DocumentModel, Paragraph } from './document';
import { panelHeight, printPanel, printWords } from './print/boxes';
import { printContents, shortDocument } from './print/contents';
import { type Flow, newPage, openFlow, pageLimit, space, TooManyPages } from './print/flow';
import { type Footer, printFurniture } from './print/furniture';
import { printHeading } from './print/heading';
import { matrixHeight, printMatrix } from './print/matrix';
import { printList, printParagraph } from './print/paragraph';
import { pairsStart, printPairs, printTable, tableStart } from './print/table';
import { plain } from './print/wrap';
import type { Bookmark } from './tagged/outline';
import type { SignaturePlace } from './tagged/signature-field';
import { openSketch } from './tagged/sketch';
import {
  type Drawing,
  type Finished,
  openTaggedPdf,
  type Printed,
  type Resources,
  type TaggedOptions,
} from './tagged/tagged-pdf';

/** What a copy is printed with: all that a record is, but for a signature. */
export interface CopyOptions extends Omit<TaggedOptions, 'signature'> {
  readonly footer: Footer;
  /** What stands at the head of every page; the title, unless told. */
  readonly running?: string;
}

export interface PrintOptions extends CopyOptions {
  readonly signature: SignaturePlace;
}

/** Most that a heading or a lead-in takes along, lest half a page stays white. */
const mostCompany = 240;

/** Whether a paragraph only leads to what stands below it. */
const leadsOn = ({ text }: Paragraph): boolean => plain(text).endsWith(':');

/** How much of what follows should stand on the same page: three lines, or what is never parted. */
const companyFor = (pdf: Drawing, following: DocumentModel): number => {
  const [next, ...rest] = following;
  switch (next?.kind) {
    case 'matrix':
      return matrixHeight(pdf, next) + 4;
    case 'panel':
      return Math.min(panelHeight(pdf, next), mostCompany);
    case 'table':
      return Math.min(tableStart(pdf, next), mostCompany);
    case 'pairs':
      return Math.min(pairsStart(pdf, next), mostCompany);
    case 'heading':
      return 36 + companyFor(pdf, rest);
    case 'paragraph':
      return leadsOn(next) ? 20 + companyFor(pdf, rest) : 48;
    default:
      return 48;
  }
};

/** Prints a block; `listed` are the headings of the document for its table of contents, none where it has none. */
const printBlock = (flow: Flow, block: Block, following: DocumentModel, listed: readonly Bookmark[]): void => {
  switch (block.kind) {
    case 'heading':
      return printHeading(flow, block, companyFor(flow.pdf, following));
    case 'paragraph':
      return printParagraph(flow, block, leadsOn(block) ? companyFor(flow.pdf, following) : 0);
    case 'list':
      return printList(flow, block);
    case 'table':
      return printTable(flow, block);
    case 'pairs':
      return printPairs(flow, block);
    case 'words':
      return printWords(flow, block);
    case 'panel':
      return printPanel(flow, block);
    case 'matrix':
      return printMatrix(flow, block);
    case 'contents':
      return printContents(flow, block, listed);
    case 'pageBreak':
      return newPage(flow);
    case 'space':
      return space(flow, block.points);
  }
};

const printBlocks = (pdf: Drawing, model: DocumentModel, listed: readonly Bookmark[]): void => {
  const flow = openFlow(pdf);
  model.forEach((block, index) => {
    printBlock(flow, block, model.slice(index + 1, index + 5), listed);
  });
};

/**
 * What the table of contents lists, if there is to be one. The document is laid out without it, which tells whether it is
 * long enough, and once more with it, which tells the pages: they stay as they are when it is printed.
 */
const listedOf = (pdf: Drawing, model: DocumentModel): readonly Bookmark[] => {
  if (!model.some(({ kind }) => kind === 'contents')) return [];
  const [without, having] = [openSketch(pdf), openSketch(pdf)];
  printBlocks(without, model, []);
  if (without.pages() <= shortDocument) return [];
  printBlocks(having, model, without.bookmarks);
  return having.bookmarks;
};

/** Lays a document out on pages; fails as `printDocument` says. */
const layOut = (
  model: DocumentModel,
  options: CopyOptions & Pick<TaggedOptions, 'signature'>,
  resources: Resources,
): Result<Finished, PrintCode> => {
  const failures = checkDocument(model, options);
  if (failures.length > 0) return { ok: false, failures };
  try {
    const pdf = openTaggedPdf(options, resources);
    printBlocks(pdf, model, listedOf(pdf, model));
    printFurniture(pdf, options.running ?? options.title, options.footer);
    return succeed(pdf.finish());
  } catch (error) {
    if (error instanceof TooManyPages) return fail('pdf.too-long', 'document', { most: pageLimit });
    throw error;
  }
};

/**
 * Prints a document: a tagged PDF with an empty signature place. The same arguments give the same bytes in every engine,
 * so that a verifier can print again and compare.
 *
 * Fails with `pdf.text-characters` (characters outside the closed list, named), `pdf.text-form` (not in canonical form),
 * `pdf.too-long` (over 300 pages) and the other codes of `PrintCode`; throws only for faults of the program.
 */
export const printDocument = (
  model: DocumentModel,
  options: PrintOptions,
  resources: Resources,
): Result<Printed, PrintCode> => {
  const finished = layOut(model, options, resources);
  if (!finished.ok) return finished;
  const { bytes, places } = finished.value;
  if (!places) throw new Error('no place for the signature');
  return succeed({ bytes, ...places });
};

/** Prints a copy that nobody signs; `copyOf` names the record that it was taken from. Fails as `printDocument` does. */
export const printCopy = (
  model: DocumentModel,
  options: CopyOptions,
  resources: Resources,
): Result<Uint8Array<ArrayBuffer>, PrintCode> => {
  const finished = layOut(model, options, resources);
  return finished.ok ? succeed(finished.value.bytes) : finished;
};
