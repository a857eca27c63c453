import { compareDates, type IsoDate } from '../base/calendar';
import type { Policy } from './schema';

/** Whether a day lies before a policy's first valid day, after its last, or neither. Both of those days are valid. */
export const validityOn = (
  { validFrom, validTo }: Pick<Policy['about'], 'validFrom' | 'validTo'>,
  day: IsoDate,
): 'early' | 'valid' | 'late' => {
  if (compareDates(day, validFrom) < 0) return 'early';
  return validTo !== undefined && compareDates(day, validTo) > 0 ? 'late' : 'valid';
};
