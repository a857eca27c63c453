/** What may follow a draft's id in an address; nothing, for its sections. */
export const draftPlaces = [
  '',
  'again',
  'ask',
  'change',
  'check',
  'gaps',
  'guidance',
  'history',
  'new-version',
  'outcome',
  'q',
  'reply',
  'resume',
  'still-true',
] as const;
export type DraftPlace = (typeof draftPlaces)[number];

/** The addresses of the screens of one assessment. */
export const assessmentAt = (draft: string): string => `/a/${draft}`;
export const questionAt = (draft: string, address: string): string => `/a/${draft}/q/${address}`;
/** The same page, opened from the list of answers: its way on leads back there. */
export const changeAt = (draft: string, address: string): string => `/a/${draft}/change/${address}`;
export const checkAt = (draft: string): string => `/a/${draft}/check`;
export const outcomeAt = (draft: string): string => `/a/${draft}/outcome`;
export const askAt = (draft: string): string => `/a/${draft}/ask`;
/** The same page, opened from the list of what others are asked: its way on leads back there. */
export const replyAt = (draft: string, address: string): string => `/a/${draft}/reply/${address}`;
export const signAt = (draft: string): string => `/sign/${draft}`;
/** What is still to be done with the answers of an earlier record: their list, or the next page. */
export const stillTrueAt = (draft: string): string => `/a/${draft}/still-true`;
/** A page that an earlier record has answers for, wherever the answers confirmed so far have come. */
export const againAt = (draft: string, address: string): string => `/a/${draft}/again/${address}`;
/** The answers that stand in the way of a decision. */
export const gapsAt = (draft: string): string => `/a/${draft}/gaps`;
/** The choice between the policy that it began under and a newer one. */
export const newVersionAt = (draft: string): string => `/a/${draft}/new-version`;
export const resumeAt = (draft: string): string => `/a/${draft}/resume`;
export const historyAt = (draft: string): string => `/a/${draft}/history`;
/** The notes of the policy that the assessment is pinned to, or one of them. */
export const notesAt = (draft: string, note?: string): string =>
  `/a/${draft}/guidance${note === undefined ? '' : `/${note}`}`;
