import type { IsoTime } from './calendar';

/** The years in which something can be signed: since this product was first tried, and as long as jsPDF writes /CreationDate. */
export const signingYears = { from: 2025, to: 2037 } as const;

/** Whether a device’s clock can be right. One that starts at 1970, or is years ahead, would make keys that never hold. */
export const canBeNow = (time: IsoTime): boolean => {
  const year = Number(time.slice(0, 4));
  return signingYears.from <= year && year <= signingYears.to;
};
