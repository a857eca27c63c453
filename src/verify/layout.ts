import { fail, type Result, succeed } from '../base/result';
import type { RenderCode } from '../pdf/render';
import type { Printed } from '../pdf/tagged/tagged-pdf';
import { emptyByteRange, type Places } from '../signing/places';

export type LayoutCode = RenderCode | 'verify.layout-place' | 'verify.layout-differs';

/**
 * Rule 8: the document is rendered again, and every byte must be the same but for what signing fills in, which must stand
 * where the renderer puts it. So nobody, not even with a genuine key, can make pages that say other than the data.
 * `offset` is that of the first byte that differs.
 */
export const compareLayout = (
  places: Places,
  size: number,
  again: Result<Printed, RenderCode>,
): Result<undefined, LayoutCode> => {
  if (!again.ok) return again;
  const { bytes: fresh, byteRangeAt, contentsAt } = again.value;
  const { bytes } = places;
  if (places.byteRangeAt !== byteRangeAt || places.contentsAt !== contentsAt)
    return fail('verify.layout-place', 'pdf', { offset: Math.min(places.byteRangeAt, byteRangeAt) });
  const contentsEnd = contentsAt + 1 + 2 * size;
  const filled = (at: number): boolean =>
    (at >= byteRangeAt && at < byteRangeAt + emptyByteRange.length) || (at > contentsAt && at < contentsEnd);
  const length = Math.max(bytes.length, fresh.length);
  for (let at = 0; at < length; at++)
    if (bytes[at] !== fresh[at] && !filled(at)) return fail('verify.layout-differs', 'pdf', { offset: at });
  return succeed(undefined);
};
