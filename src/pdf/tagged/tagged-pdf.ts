import type { Attachment } from './attachments';
import { type DocumentParts, type WrittenParts, writeParts } from './document-objects';
import { objectOffsets, repairOrdering } from './finish';
import { type FontFiles, type Fonts, openFonts, type Weight } from './fonts';
import { guardedHooks } from './hooks';
import { newJsPdf } from './jspdf';
import type { LinkPlace, PlacedLink } from './links';
import { objectsOf, ref } from './objects';
import type { Bookmark } from './outline';
import { body, type Frame, printable, requireInside, sheet } from './page';
import { type SignaturePlace, signaturePlaces } from './signature-field';
import { type Attributes, type Element, newElement, type StructureType } from './structure';
import { openText } from './text';
import { fileIdToken, languageTag, number, pdfDate } from './tokens';
import type { DocumentAbout } from './xmp';

export interface Resources {
  readonly fonts: FontFiles;
  /** An ICC profile of three colours, for the output intent. */
  readonly icc: Uint8Array;
}

export interface TaggedOptions extends DocumentAbout {
  /** `en-GB`, `cy`. */
  readonly language: string;
  /** 32 hexadecimal digits. */
  readonly fileId: string;
  readonly attachments: readonly Attachment[];
  /** Left out of a copy, which nobody signs. */
  readonly signature?: SignaturePlace;
}

/** A finished file, and where its signature goes: the offsets of /ByteRange's `[` and of /Contents' `<`. */
export interface Printed {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly byteRangeAt: number;
  readonly contentsAt: number;
}

/** A finished file, and where its signature goes, if anywhere. */
export interface Finished {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly places?: Omit<Printed, 'bytes'>;
}

export interface TextStyle {
  readonly weight: Weight;
  readonly size: number;
  /** `#rrggbb` */
  readonly colour: string;
}

/** A document being drawn: every ink is marked as part of an element or as an artifact. Points, y down from the top. */
export interface Drawing {
  readonly fonts: Fonts;
  readonly root: Element;
  readonly page: () => number;
  readonly pages: () => number;
  readonly addPage: () => void;
  readonly goTo: (page: number) => void;
  readonly element: (parent: Element, type: StructureType, attributes?: Attributes) => Element;
  /** What is drawn within is content of this element. A Figure's box is then the one given. */
  readonly mark: (element: Element, draw: () => void, figure?: Frame) => void;
  /** What is drawn within is not content: rules, shading, repeated headers (`Pagination`: what is on every page). */
  readonly artifact: (draw: () => void, type?: 'Pagination') => void;
  readonly bookmark: (level: 1 | 2 | 3, text: string, y: number) => void;
  /** All headings marked so far. */
  readonly bookmarks: readonly Bookmark[];
  /** Makes an element that stands on this page lead somewhere. */
  readonly link: (element: Element, place: LinkPlace) => void;
  /** One line of text from x, standing on the baseline. */
  readonly text: (text: string, x: number, baseline: number, style: TextStyle) => void;
  readonly line: (x1: number, y1: number, x2: number, y2: number, width: number, colour: string) => void;
  readonly rect: (box: Frame, colour: string, stroke?: number) => void;
  /** A row of dots, each at a multiple of `step` from the left edge of the page. */
  readonly dots: (from: number, to: number, y: number, step: number, colour: string) => void;
}

export interface TaggedPdf extends Drawing {
  /** The file. Nothing can be drawn afterwards. */
  readonly finish: () => Finished;
}

type Inside = 'nothing' | 'element' | 'artifact';

/**
 * A tagged PDF 1.7 in one revision: PDF/A-3a, PDF/UA-1, associated files and one signature placeholder, by hooks into
 * jsPDF. The same calls give the same bytes in every engine. Throws for ink outside the margins, text that the fonts
 * lack, and raw values that are no tokens: the caller checks what people wrote before it prints.
 */
export const openTaggedPdf = (options: TaggedOptions, { fonts: fontFiles, icc }: Resources): TaggedPdf => {
  const doc = newJsPdf();
  const { internal } = doc;
  doc.__private__.setPdfVersion('1.7');
  doc.setFileId(fileIdToken(options.fileId));
  doc.setCreationDate(pdfDate(options.createdAt));
  doc.setLanguage(languageTag(options.language));
  doc.viewerPreferences({ DisplayDocTitle: true });
  const fonts = openFonts(doc, fontFiles);
  const write = openText(doc, fonts);

  const root = newElement(undefined, 'Document');
  const marked: Element[][] = [];
  const bookmarks: Bookmark[] = [];
  const links: (Omit<PlacedLink, 'id'> & { id: number })[] = [];
  const fontIds: number[] = [];
  let inside: Inside = 'nothing';
  let written: WrittenParts | undefined;
  let widget = 0;

  const page = (): number => internal.getCurrentPageInfo().pageNumber;
  const pageId = (one: number): number => internal.getPageInfo(one).objId;
  const hooks = guardedHooks(doc);
  hooks.on('putPage', ({ pageNumber = 0 }) => {
    internal.write(`/StructParents ${pageNumber - 1} /Tabs /S`);
    if (pageNumber === 1 && options.signature) widget = internal.newObjectDeferred();
    const here = links.filter(({ on }) => on === pageNumber);
    for (const link of here) link.id = internal.newObjectDeferred();
    const annotations = [...(pageNumber === 1 && widget > 0 ? [widget] : []), ...here.map(({ id }) => id)];
    if (annotations.length > 0) internal.write(`/Annots [${annotations.map(ref).join(' ')}]`);
  });
  hooks.on('putFont', ({ font }) => {
    // The object before a composite font's own is its descendant, whose /Ordering jsPDF gets wrong.
    if (font?.objectNumber !== undefined && font.fontName.startsWith('AAAAA')) fontIds.push(font.objectNumber - 1);
  });
  hooks.on('postPutResources', () => {
    const pageMarks = Array.from({ length: internal.getNumberOfPages() }, (_, index) => marked[index] ?? []);
    const { signature, ...about } = options;
    const signing = signature && { place: signature, widget };
    const parts: DocumentParts = {
      ...about,
      icc,
      root,
      marked: pageMarks,
      bookmarks,
      links,
      pageId,
      ...(signing && { signing }),
    };
    written = writeParts(objectsOf(doc), parts);
  });
  hooks.on('putCatalog', () => {
    for (const entry of written?.entries ?? []) internal.write(entry);
  });

  const within = (state: Inside, begin: string, draw: () => void): void => {
    if (inside !== 'nothing') throw new Error('marked content inside marked content');
    inside = state;
    internal.write(begin);
    draw();
    internal.write('EMC');
    inside = 'nothing';
  };
  const ink = (box: Frame): void => {
    if (inside === 'nothing') throw new Error('ink that is neither content nor artifact');
    requireInside(inside === 'element' ? body : printable, box);
  };

  return {
    fonts,
    root,
    page,
    pages: () => internal.getNumberOfPages(),
    addPage: () => doc.addPage(),
    goTo: (one) => doc.setPage(one),
    element: newElement,
    mark: (element, draw, figure) => {
      const list = (marked[page() - 1] ??= []);
      const mcid = list.push(element) - 1;
      element.kids.push({ page: page(), mcid });
      if (figure) element.box = [figure.left, sheet.height - figure.bottom, figure.right, sheet.height - figure.top];
      within('element', `/${element.type} <</MCID ${mcid}>> BDC`, draw);
    },
    artifact: (draw, type) => within('artifact', type ? `/Artifact <</Type /${type}>> BDC` : '/Artifact BMC', draw),
    bookmark: (level, text, y) => {
      bookmarks.push({ level, text, page: page(), top: sheet.height - y });
    },
    bookmarks,
    link: (element, place) => {
      requireInside(body, place.box);
      element.kids.push({ page: page(), link: links.length });
      links.push({ ...place, element, on: page(), id: 0 });
    },
    text: (text, x, baseline, style) => {
      const { weight, size } = style;
      // jsPDF drops a character without a glyph, or all of the line after it.
      const missing = fonts.missing(text, weight);
      if (missing.length > 0) throw new Error(`no glyph for ${missing.map((sign) => JSON.stringify(sign)).join(' ')}`);
      const right = x + fonts.width(text.trimEnd(), weight, size);
      ink({ left: x, top: baseline - size * 0.8, right, bottom: baseline + size * 0.22 });
      write(text, x, baseline, style);
    },
    line: (x1, y1, x2, y2, width, colour) => {
      ink({ left: x1, top: y1, right: x2, bottom: y2 });
      doc.setLineWidth(width);
      doc.setDrawColor(colour);
      doc.line(x1, y1, x2, y2);
    },
    rect: (box, colour, stroke) => {
      ink(box);
      const { left, top, right, bottom } = box;
      if (stroke === undefined) doc.setFillColor(colour);
      else {
        doc.setLineWidth(stroke);
        doc.setDrawColor(colour);
      }
      doc.rect(left, top, right - left, bottom - top, stroke === undefined ? 'F' : 'S');
    },
    dots: (from, to, y, step, colour) => {
      ink({ left: from, top: y, right: to, bottom: y });
      doc.setLineWidth(1);
      doc.setDrawColor(colour);
      // Round ends make a dash without length a dot.
      internal.write(`q 1 J [0 ${number(step)}] 0 d`);
      doc.line(Math.ceil(from / step) * step, y, to, y);
      internal.write('Q');
    },
    finish: () => {
      const bytes = new Uint8Array(doc.output('arraybuffer'));
      hooks.rethrow();
      if (!written) throw new Error('jsPDF wrote no resources');
      const offsetOf = objectOffsets(bytes);
      for (const id of fontIds) repairOrdering(bytes, offsetOf(id));
      const { signature } = written;
      return { bytes, ...(signature !== undefined && { places: signaturePlaces(signature, offsetOf(signature)) }) };
    },
  };
};
