/** What may follow a draft's id in an address; nothing, for its sections. */
export const draftPlaces = ['', 'q', 'change', 'check', 'guidance', 'history', 'outcome', 'resume'] as const;
export type DraftPlace = (typeof draftPlaces)[number];

/** The addresses of the screens of one assessment. */
export const assessmentAt = (draft: string): string => `/a/${draft}`;
export const questionAt = (draft: string, address: string): string => `/a/${draft}/q/${address}`;
/** The same page, opened from the list of answers: its way on leads back there. */
export const changeAt = (draft: string, address: string): string => `/a/${draft}/change/${address}`;
export const checkAt = (draft: string): string => `/a/${draft}/check`;
export const outcomeAt = (draft: string): string => `/a/${draft}/outcome`;
export const signAt = (draft: string): string => `/sign/${draft}`;
export const historyAt = (draft: string): string => `/a/${draft}/history`;
/** The notes of the policy that the assessment is pinned to, or one of them. */
export const notesAt = (draft: string, note?: string): string =>
  `/a/${draft}/guidance${note === undefined ? '' : `/${note}`}`;
