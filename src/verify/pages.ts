import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/types/src/display/api';
import { reading } from './pdfjs';

/** Where a heading stands on the pages. */
export interface Bookmark {
  readonly title: string;
  /** Counted from 0. */
  readonly page: number;
  /** How far down its page, from 0 at the top to 1. */
  readonly down: number;
}

/** What is known of a document's pages before one is drawn. */
export interface PagesAbout {
  /** The size of each page in points. */
  readonly sizes: readonly { readonly width: number; readonly height: number }[];
  /** Its bookmarks in their order, those below others after them. */
  readonly bookmarks: readonly Bookmark[];
}

/** The pages of one document, drawn off the page’s own thread. */
export interface Pages {
  /** What is known before one is drawn; undefined where the file cannot be opened. Never rejects. */
  readonly about: Promise<PagesAbout | undefined>;
  /** One page, counted from 0, at so many pixels a point; undefined where it cannot be drawn. Never rejects. */
  readonly draw: (page: number, scale: number) => Promise<ImageBitmap | undefined>;
  /** Lets go of all that it holds. */
  readonly close: () => void;
}

/** The same within the worker. */
export interface DrawablePages extends PagesAbout {
  /** One page, counted from 0, at so many pixels a point; no more than `mostPixels`. Rejects where pdf.js cannot. */
  readonly draw: (page: number, scale: number) => Promise<ImageBitmap>;
}

/** So many pixels a page has at most: some browsers show nothing of a larger canvas. */
const mostPixels = 16_000_000;

type Outline = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>;

/** In our files a destination is a page, `XYZ`, and a place on it (ISO 32000-1, 12.3.2.2); others are passed over. */
const bookmarksIn = async (
  opened: PDFDocumentProxy,
  outline: Outline,
  sizes: PagesAbout['sizes'],
): Promise<readonly Bookmark[]> => {
  const found = await Promise.all(
    outline.map(async ({ title, dest, items }) => {
      const inside = await bookmarksIn(opened, items as Outline, sizes);
      if (!Array.isArray(dest)) return inside;
      const [target, , , top] = dest as readonly unknown[];
      const page = await opened.getPageIndex(target as Parameters<PDFDocumentProxy['getPageIndex']>[0]);
      const height = sizes[page]?.height ?? 1;
      return [{ title, page, down: typeof top === 'number' ? 1 - top / height : 0 }, ...inside];
    }),
  );
  return found.flat();
};

const drawn = async (page: PDFPageProxy, wanted: number): Promise<ImageBitmap> => {
  const { width, height } = page.getViewport({ scale: 1 });
  const scale = Math.min(wanted, Math.sqrt(mostPixels / (width * height)));
  const viewport = page.getViewport({ scale });
  const canvas = new OffscreenCanvas(Math.floor(viewport.width), Math.floor(viewport.height));
  try {
    // A canvas off the page draws as one on it does; the types of pdf.js know only that.
    await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport }).promise;
    return canvas.transferToImageBitmap();
  } finally {
    page.cleanup();
  }
};

/** What pdf.js asks of a page for its helping canvases; there is none in a worker. */
const ownerDocument = { createElement: () => new OffscreenCanvas(1, 1) } as unknown as HTMLDocument;

/**
 * Opens a document to draw its pages off the page’s thread: for files of our own form that were verified. Letters are
 * drawn as shapes, so that nothing is asked of the browser’s fonts; WebAssembly, which the content security policy
 * forbids, is left alone. Rejects where pdf.js cannot open it. All of it goes with the worker that called this.
 */
export const openPages = async (pdf: Uint8Array): Promise<DrawablePages> => {
  const opened = await (await reading(pdf, { ownerDocument, disableFontFace: true, useWasm: false })).promise;
  const pages = await Promise.all(Array.from({ length: opened.numPages }, (_, index) => opened.getPage(index + 1)));
  const sizes = pages.map((page) => page.getViewport({ scale: 1 })).map(({ width, height }) => ({ width, height }));
  const outline = (await opened.getOutline()) as Outline | null;
  const bookmarks = await bookmarksIn(opened, outline ?? [], sizes).catch(() => []);
  return {
    sizes,
    bookmarks,
    draw: async (page, scale) => drawn(await opened.getPage(page + 1), scale),
  };
};
