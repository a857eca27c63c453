import { jsPDF } from 'jspdf';

/** What we use of jsPDF 4.2.1, its inner parts included, which its own types leave out. Points; y runs down the page. */
export interface JsPdf {
  addFileToVFS(file: string, binary: string): void;
  addFont(file: string, family: string, style: 'normal'): void;
  setFont(family: string, style: 'normal'): void;
  setFontSize(points: number): void;
  setTextColor(hex: string): void;
  setDrawColor(hex: string): void;
  setFillColor(hex: string): void;
  setLineWidth(points: number): void;
  text(text: string, x: number, y: number): void;
  line(x1: number, y1: number, x2: number, y2: number): void;
  rect(x: number, y: number, width: number, height: number, style: 'F' | 'S'): void;
  addPage(): void;
  setPage(page: number): void;
  setFileId(hex32: string): void;
  setCreationDate(pdfDate: string): void;
  setLanguage(language: string): void;
  viewerPreferences(preferences: { readonly DisplayDocTitle: true }): void;
  output(type: 'arraybuffer'): ArrayBuffer;
  /** The glyphs of a text in hexadecimal, noted as used. */
  pdfEscape16(text: string, font: EmbeddedFont): string;
  readonly __private__: { setPdfVersion(version: '1.7'): void };
  readonly internal: {
    write(line: string): void;
    newObject(): number;
    newObjectDeferred(): number;
    newObjectDeferredBegin(id: number, write: boolean): void;
    getFont(): EmbeddedFont;
    /** A place on the page as it is written into it. */
    getCoordinateString(x: number): string;
    getVerticalCoordinateString(y: number): string;
    getNumberOfPages(): number;
    getPageInfo(page: number): { readonly objId: number };
    getCurrentPageInfo(): { readonly pageNumber: number };
    readonly pages: readonly (readonly string[] | undefined)[];
    readonly events: { subscribe(event: HookEvent, hook: (event: Hooked) => void): void };
  };
}

export type HookEvent = 'putPage' | 'putFont' | 'postPutResources' | 'putCatalog';

/** What jsPDF hands to a hook: the page being written, or the font. */
export interface Hooked {
  readonly pageNumber?: number;
  readonly objId?: number;
  readonly font?: { readonly fontName: string; readonly objectNumber?: number };
}

/** A font as registered with a document. */
export interface EmbeddedFont {
  readonly metadata: FontMetadata;
}

export interface FontMetadata {
  /** 0 where the font has none. */
  characterToGlyph(codePoint: number): number;
  /** In thousandths of the font size. */
  widthOfGlyph(glyph: number): number;
}

/** jsPDF's version, as it names itself in /Producer. */
export const { version } = jsPDF as unknown as { readonly version: string };

/** An empty A4 document. Objects are not compressed, so that the file can be read with plain tools. */
export const newJsPdf = (): JsPdf =>
  // Its published types describe neither hooks nor objects; this one place says what they are.
  new jsPDF({
    unit: 'pt',
    format: 'a4',
    putOnlyUsedFonts: true, // or fourteen fonts that are not embedded land in the file
    compress: false,
    floatPrecision: 3,
  }) as unknown as JsPdf;
