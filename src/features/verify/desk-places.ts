/** What may follow `/verify` in an address; nothing, for the check of one record. */
export const deskPlaces = ['', 'folder', 'overview', 'reperform', 'trust'] as const;
export type DeskPlace = (typeof deskPlaces)[number];
