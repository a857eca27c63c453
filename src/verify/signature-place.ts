import { fail, type Result, succeed } from '../base/result';
import type { Places } from '../signing/places';
import type { PdfObjects } from './reader/objects';

export type PlaceCode = 'verify.signature-field' | 'verify.signature-dictionary';

/**
 * Rule 2: the place of the one signature, from the catalog through the form and its one field. Whether /ByteRange says
 * what it should, and covers everything, the signature's own check tells.
 */
export const signaturePlace = (bytes: Uint8Array, objects: PdfObjects): Result<Places, PlaceCode> => {
  const form = objects.dictionary(objects.catalog.entries.get('AcroForm'));
  const fields = form?.entries.get('Fields');
  const only = fields?.kind === 'array' && fields.items.length === 1 ? fields.items[0] : undefined;
  const field = objects.dictionary(only);
  const type = field?.entries.get('FT');
  if (type?.kind !== 'name' || type.text !== 'Sig') return fail('verify.signature-field', 'AcroForm');
  const signature = objects.dictionary(field?.entries.get('V'));
  const byteRange = signature?.entries.get('ByteRange');
  const contents = signature?.entries.get('Contents');
  return byteRange?.kind === 'array' && contents?.kind === 'hexadecimal'
    ? succeed({ bytes, byteRangeAt: byteRange.at, contentsAt: contents.at })
    : fail('verify.signature-dictionary', 'Sig');
};
