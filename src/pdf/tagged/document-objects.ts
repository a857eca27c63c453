import { utf8 } from '../../base/bytes';
import { type Attachment, attachmentEntries, writeAttachments } from './attachments';
import { type Objects, ref } from './objects';
import { type Bookmark, writeOutline } from './outline';
import { type SignaturePlace, writeSignature } from './signature-field';
import { type Element, writeStructure } from './structure';
import { type DocumentAbout, xmp } from './xmp';

/** All that is written beside pages and fonts. */
export interface DocumentParts extends DocumentAbout {
  readonly icc: Uint8Array;
  readonly root: Element;
  /** For each page, the elements of its marked content. */
  readonly marked: readonly (readonly Element[])[];
  readonly bookmarks: readonly Bookmark[];
  readonly attachments: readonly Attachment[];
  readonly signature: SignaturePlace;
  /** The object number set aside for the signature field, which the first page already names. */
  readonly widget: number;
  readonly pageId: (page: number) => number;
}

/** What was written: the signature's object number, and the entries that the catalog needs. */
export interface WrittenParts {
  readonly signature: number;
  readonly entries: readonly string[];
}

/** The colours on the pages are sRGB (ISO 19005-3, 6.2.3). */
const writeOutputIntent = (objects: Objects, icc: Uint8Array): number => {
  const profile = objects.stream('/N 3', icc);
  return objects.add(
    '<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB IEC61966-2.1) ' +
      `/RegistryName (http://www.color.org) /DestOutputProfile ${ref(profile)} >>`,
  );
};

/** Writes metadata, output intent, attachments, signature, structure and outline. */
export const writeParts = (objects: Objects, parts: DocumentParts): WrittenParts => {
  const { icc, root, marked, bookmarks, attachments, createdAt, widget, pageId } = parts;
  const metadata = objects.stream('/Type /Metadata /Subtype /XML', utf8(xmp(parts)));
  const intent = writeOutputIntent(objects, icc);
  const files = writeAttachments(objects, attachments, createdAt);
  const signature = objects.reserve();
  const form = writeSignature(objects, { field: widget, signature, firstPage: pageId(1) }, parts.signature);
  const structure = writeStructure(objects, root, marked, pageId);
  const outline = writeOutline(objects, bookmarks, pageId);
  return {
    signature,
    entries: [
      '/Version /1.7',
      '/MarkInfo << /Marked true >>',
      `/StructTreeRoot ${ref(structure)}`,
      `/Metadata ${ref(metadata)}`,
      `/OutputIntents [${ref(intent)}]`,
      ...attachmentEntries(files),
      ...(outline === undefined ? [] : [`/Outlines ${ref(outline)}`]),
      `/AcroForm ${ref(form)}`,
      `/Perms << /DocMDP ${ref(signature)} >>`,
    ],
  };
};
