import type { PlainPage } from './questions';

declare global {
  interface Window {
    /** Answers the question on the screen with what the case says. */
    fillPage: () => void;
  }
}

/** The questions, as both pages fetch them. */
export const pagesFrom = async (): Promise<readonly PlainPage[]> =>
  (await (await fetch('./questions.json')).json()) as readonly PlainPage[];

/** Where the page goes. */
export const place = (): HTMLElement => {
  const found = document.getElementById('app');
  if (!found) throw new Error('the page has no place for the app');
  return found;
};
