/** A document as data: what is printed, in order, without a word about where on the page. */

/** A stretch of text in one weight. */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
}

/** Text on one logical line (no line breaks in it), wrapped where it has to be. */
export type Text = string | readonly Run[];

export interface Heading {
  readonly kind: 'heading';
  /** The first heading is of level 1, and none is more than one level below the one before. */
  readonly level: 1 | 2 | 3;
  readonly text: string;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: Text;
  /** Smaller and lighter, for what accompanies. */
  readonly small?: boolean;
}

export interface List {
  readonly kind: 'list';
  readonly style: 'bullet' | 'number';
  readonly items: readonly Text[];
}

export interface Column {
  readonly heading: string;
  /** Its share of the width, beside the other columns' shares. */
  readonly share: number;
  readonly align?: 'left' | 'right';
}

export interface Table {
  readonly kind: 'table';
  readonly columns: readonly Column[];
  /** As many cells a row as there are columns. */
  readonly rows: readonly (readonly Text[])[];
  /** The first cell of every row is that row's header. */
  readonly rowHeaders?: boolean;
  /** Small and close, for long lists to look something up in. */
  readonly dense?: boolean;
}

/** Labels with their values, such as a summary of answers. */
export interface Pairs {
  readonly kind: 'pairs';
  readonly pairs: readonly { readonly label: Text; readonly value: Text }[];
  /** The labels' share of the width, in hundredths; 38 unless told. */
  readonly labelShare?: number;
  /** Small and close, for what few look up. */
  readonly dense?: boolean;
}

/** What a person wrote, in a ruled and labelled block, so that it cannot pass for the document's own words. */
export interface Words {
  readonly kind: 'words';
  readonly label: string;
  /** Line breaks are kept. */
  readonly text: string;
}

/** A shaded box for what matters most. */
export interface Panel {
  readonly kind: 'panel';
  readonly title: string;
  readonly lines: readonly Text[];
}

export interface Axis {
  readonly label: string;
  /** From the least to the most. */
  readonly levels: readonly string[];
}

/** How strong a cell's colour is, from 0 (least) to 4 (most). The cell's text says the same without colour. */
export type Tone = 0 | 1 | 2 | 3 | 4;

export interface MatrixCell {
  readonly text: string;
  readonly tone: Tone;
  /** Ringed, in bold. */
  readonly chosen?: boolean;
}

/** A risk grid, drawn as one figure: at most six levels a side, and 30 characters a text. */
export interface Matrix {
  readonly kind: 'matrix';
  /** All that the figure shows, in words. */
  readonly alt: string;
  readonly across: Axis;
  readonly up: Axis;
  /** A row for each level of `up`, lowest first; in it a cell for each level of `across`. */
  readonly cells: readonly (readonly MatrixCell[])[];
  /** What the colours stand for. */
  readonly legend?: readonly Pick<MatrixCell, 'text' | 'tone'>[];
}

/** A table of contents under a heading of level 2, where the document is longer than four pages; else nothing. */
export interface Contents {
  readonly kind: 'contents';
  readonly title: string;
}

export interface PageBreak {
  readonly kind: 'pageBreak';
}

export interface Space {
  readonly kind: 'space';
  readonly points: number;
}

export type Block = Heading | Paragraph | List | Table | Pairs | Words | Panel | Matrix | Contents | PageBreak | Space;

export type DocumentModel = readonly Block[];
