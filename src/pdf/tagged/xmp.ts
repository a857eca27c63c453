import type { IsoTime } from '../../base/calendar';
import { version } from './jspdf';
import { binary, recordIdToken, xmlText, xmpDate } from './tokens';

export interface DocumentAbout {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly createdAt: IsoTime;
  /** The id of the record that this is a copy of. */
  readonly copyOf?: string;
}

/** How a copy says to programs what it was taken from (Dublin Core, of which PDF/A knows every property). */
const source = (id: string): string => `\n<dc:source>${recordIdToken(id)}</dc:source>`;

/** The id of the record that a file with this metadata says it is a copy of; undefined where it says nothing of it. */
export const copiedRecord = (metadata: Uint8Array): string | undefined =>
  /\n<dc:source>([0-9a-f]{64})<\/dc:source>\n/.exec(binary(metadata))?.[1];

// PDF/A knows no pdfuaid, so its one property has to be described (ISO 19005-3, 6.6.2.3).
const pdfuaSchema = `<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>`;

const alternative = (text: string): string =>
  `<rdf:Alt><rdf:li xml:lang="x-default">${xmlText(text)}</rdf:li></rdf:Alt>`;

/** The XMP metadata of a PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1) document. */
export const xmp = ({ title, author, subject, createdAt, copyOf }: DocumentAbout): string =>
  `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title>${alternative(title)}</dc:title>
<dc:creator><rdf:Seq><rdf:li>${xmlText(author)}</rdf:li></rdf:Seq></dc:creator>
<dc:description>${alternative(subject)}</dc:description>${copyOf === undefined ? '' : source(copyOf)}
<xmp:CreateDate>${xmpDate(createdAt)}</xmp:CreateDate>
<pdf:Producer>jsPDF ${xmlText(version)}</pdf:Producer>
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag>${pdfuaSchema}</rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
