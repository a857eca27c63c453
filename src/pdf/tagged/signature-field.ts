import type { IsoTime } from '../../base/calendar';
import { type Objects, ref } from './objects';
import { pdfDate, textString } from './tokens';

/** The place that one signature will fill. */
export interface SignaturePlace {
  /** Who signs. */
  readonly name: string;
  /** Why, in the signer's voice: “I completed this assessment”. */
  readonly reason: string;
  readonly signedAt: IsoTime;
  /** Room for the signature: the first without, the second with a timestamp. */
  readonly bytes: 8192 | 16384;
}

const beforeByteRange = '<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange ';
const emptyByteRange = '[0 0000000000 0000000000 0000000000]';
const beforeContents = ' /Contents ';

/**
 * Writes the signature and its field, and returns the form's object number.
 *
 * The field is one with its widget, or poppler calls a valid signature “not signed”. The widget has zero size, so that
 * PDF/A asks for no appearance, and lies outside the page, so that PDF/UA asks for no tag. The signature certifies the
 * document with DocMDP P = 1: nothing may change after it.
 */
export const writeSignature = (
  objects: Objects,
  ids: { readonly field: number; readonly signature: number; readonly firstPage: number },
  place: SignaturePlace,
): number => {
  const { name, reason, signedAt, bytes } = place;
  objects.fill(
    ids.field,
    `<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature) /TU ${textString(reason)} /F 132 /Rect [-1 -1 -1 -1] ` +
      `/P ${ref(ids.firstPage)} /V ${ref(ids.signature)} >>`,
  );
  const certify = '/TransformMethod /DocMDP /TransformParams << /Type /TransformParams /V /1.2 /P 1 >>';
  objects.fill(
    ids.signature,
    `${beforeByteRange}${emptyByteRange}${beforeContents}<${'0'.repeat(bytes * 2)}> /M (${pdfDate(signedAt)}) ` +
      `/Name ${textString(name)} /Reason ${textString(reason)} /Reference [<< /Type /SigRef ${certify} >>] >>`,
  );
  return objects.add(`<< /Fields [${ref(ids.field)}] /SigFlags 3 >>`);
};

/** Where /ByteRange's `[` and /Contents' `<` stand in a file whose signature object begins at this offset. */
export const signaturePlaces = (
  signatureId: number,
  objectAt: number,
): { readonly byteRangeAt: number; readonly contentsAt: number } => {
  const byteRangeAt = objectAt + `${signatureId} 0 obj\n`.length + beforeByteRange.length;
  return { byteRangeAt, contentsAt: byteRangeAt + emptyByteRange.length + beforeContents.length };
};
