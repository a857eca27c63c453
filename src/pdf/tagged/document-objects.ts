import { utf8 } from '../../base/bytes';
import { type Attachment, attachmentEntries, writeAttachments } from './attachments';
import { type PlacedLink, writeLinks } from './links';
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
  readonly links: readonly PlacedLink[];
  readonly attachments: readonly Attachment[];
  /** Who will sign, and the object number set aside for the field, which the first page already names. */
  readonly signing?: { readonly place: SignaturePlace; readonly widget: number };
  readonly pageId: (page: number) => number;
}

/** What was written: the object number of the signature, if any, and the entries that the catalog needs. */
export interface WrittenParts {
  readonly signature?: number;
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

/** The one signature, where there is to be one, and what the catalog says of it. */
const writeSigning = (objects: Objects, { signing, pageId }: DocumentParts): WrittenParts => {
  if (!signing) return { entries: [] };
  const signature = objects.reserve();
  const form = writeSignature(objects, { field: signing.widget, signature, firstPage: pageId(1) }, signing.place);
  return { signature, entries: [`/AcroForm ${ref(form)}`, `/Perms << /DocMDP ${ref(signature)} >>`] };
};

/** Writes metadata, output intent, attachments, signature, structure and outline. */
export const writeParts = (objects: Objects, parts: DocumentParts): WrittenParts => {
  const { icc, root, marked, bookmarks, links, attachments, createdAt, pageId } = parts;
  const metadata = objects.stream('/Type /Metadata /Subtype /XML', utf8(xmp(parts)));
  const intent = writeOutputIntent(objects, icc);
  const files = writeAttachments(objects, attachments, createdAt);
  const { signature, entries } = writeSigning(objects, parts);
  writeLinks(objects, links, marked.length, pageId);
  const structure = writeStructure(objects, root, marked, links, pageId);
  const outline = writeOutline(objects, bookmarks, pageId);
  return {
    ...(signature !== undefined && { signature }),
    entries: [
      '/Version /1.7',
      '/MarkInfo << /Marked true >>',
      `/StructTreeRoot ${ref(structure)}`,
      `/Metadata ${ref(metadata)}`,
      `/OutputIntents [${ref(intent)}]`,
      ...attachmentEntries(files),
      ...(outline === undefined ? [] : [`/Outlines ${ref(outline)}`]),
      ...entries,
    ],
  };
};
