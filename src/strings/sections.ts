import type { Remaining } from '../policy/remaining';
import { leftDepends, pagesLeft } from './left';

/** The sentences of the list of sections. */
export const sectionsStrings = {
  title: 'Your assessment',
  done: 'Done',
  inProgress: 'In progress',
  waiting: 'Cannot start yet',
  notAsked: (title: string) => `“${title}” is not asked with your present answers.`,
  notAskedKept: 'If you answered it before, that answer is kept but does not count.',
  carryOn: 'Continue',
  check: 'Check your answers',
  outcome: 'See the recommendation',
  ask: 'Who to ask for what is missing',
  progress: (done: number) => (done === 1 ? 'You have completed 1 page.' : `You have completed ${done} pages.`),
  left: (left: Remaining) => `Left to do: ${pagesLeft(left)}${leftDepends(left)}`,
  pages: (done: number) => (done === 1 ? '1 page answered' : `${done} pages answered`),
} as const;
