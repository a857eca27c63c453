import { createContext, type ReactNode, use } from 'react';

/** The few words that the components say by themselves, whatever they are used for. */
export interface Words {
  readonly back: string;
  readonly skipToContent: string;
  readonly serviceInformation: string;
  readonly menu: string;
  readonly supportLinks: string;
  readonly opensInNewTab: string;
  readonly error: string;
  readonly errorsTitle: string;
  readonly warning: string;
  readonly important: string;
  readonly success: string;
  readonly or: string;
  readonly day: string;
  readonly dayOptional: string;
  readonly month: string;
  readonly year: string;
  readonly remove: string;
  /** How many characters a field takes. */
  readonly characterLimit: (limit: number) => string;
  /** How many characters are left; below zero, how many are too many. */
  readonly charactersLeft: (left: number) => string;
}

/** Made once: it costs as much as a question's whole form. */
const numbers = new Intl.NumberFormat('en-GB');

const characters = (count: number) => `${numbers.format(count)} ${count === 1 ? 'character' : 'characters'}`;

/** What GOV.UK Frontend says by default, in English. */
const english: Words = {
  back: 'Back',
  skipToContent: 'Skip to main content',
  serviceInformation: 'Service information',
  menu: 'Menu',
  supportLinks: 'Support links',
  opensInNewTab: '(opens in new tab)',
  error: 'Error',
  errorsTitle: 'There is a problem',
  warning: 'Warning',
  important: 'Important',
  success: 'Success',
  or: 'or',
  day: 'Day',
  dayOptional: 'Day (optional)',
  month: 'Month',
  year: 'Year',
  remove: 'Remove',
  characterLimit: (limit) => `You can enter up to ${characters(limit)}`,
  charactersLeft: (left) =>
    left < 0 ? `You have ${characters(-left)} too many` : `You have ${characters(left)} remaining`,
};

const WordsContext = createContext(english);

/** Replaces the components' own words, for a screen in another language. */
export const WordsProvider = ({ words, children }: { readonly words: Words; readonly children: ReactNode }) => (
  <WordsContext value={words}>{children}</WordsContext>
);

export const useWords = (): Words => use(WordsContext);
