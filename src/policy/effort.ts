import { plainText } from './answer';
import { words } from './present';
import { textsIn } from './wording';
import { type AskedField, askedFields, flatFields, offeredOptions, type Step, type Walk } from './walk';

// How fast adults work, as published; a typed word is five characters and a space.
/** Words read silently in a minute: M. Brysbaert, "How many words do we read per minute?", 2019. */
const readAMinute = 238;
/** Words typed in a minute: V. Dhakal and others, "Observations on typing from 136 million keystrokes", 2018. */
const typedAMinute = 52;
const charactersAWord = 6;
/** Seconds to point and press, and to make up one's mind first: the keystroke-level model of Card, Moran and Newell, 1980. */
const secondsAPress = 1.1 + 0.2;
const secondsAChoice = 1.35 + secondsAPress;

const count = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length;

const optionsText = (walked: Walk, { field, row }: Pick<AskedField, 'field' | 'row'>): string =>
  offeredOptions(walked, field, row)
    .map(({ label, hint }) => `${label.en} ${hint?.en ?? ''}`)
    .join(' ');

/** The words of a field but its own options; of rows that ask the same, those of the first to ask it. */
const ofField = (walked: Walk, { field, row, rows }: AskedField): number => {
  const inner = new Map<string, AskedField>();
  for (const one of rows.flatMap(({ fields }) => fields)) if (!inner.has(one.field.id)) inner.set(one.field.id, one);
  return (
    [field.label, field.hint].reduce(
      (sum, one) => sum + (one === undefined ? 0 : count(words(walked, one, 'en', row))),
      0,
    ) + [...inner.values()].reduce((sum, one) => sum + ofField(walked, one) + count(optionsText(walked, one)), 0)
  );
};

const ofPage = (walked: Walk, step: Step): number => {
  const title = words(walked, step.page.title, 'en', step.row);
  const asked = askedFields(walked, step).filter(({ field, key }) => !field.aside || walked.counted.has(key));
  // a page with one question shows its words once, as the title
  const [first] = asked;
  const isTitle = first !== undefined && words(walked, first.field.label, 'en', step.row) === title;
  return (
    (isTitle ? 0 : count(title)) +
    textsIn(step.page.help).reduce((all, { text }) => all + count(text.en), 0) +
    asked.reduce((all, one) => all + ofField(walked, one), 0) +
    // what is answered alike is read once
    count([...new Set(asked.map((one) => optionsText(walked, one)))].join(' '))
  );
};

/** The English words on the pages of a walk that an officer reads before answering: not those behind a link. */
export const wordsOn = (walked: Walk): number => walked.path.reduce((sum, step) => sum + ofPage(walked, step), 0);

/** The seconds that it takes to give the answer of a field, once its words are read: none for one that is proposed. */
const secondsFor = (walked: Walk, { field, key }: AskedField): number => {
  const answer = walked.counted.get(key);
  if (answer === undefined || field.kind === 'group' || answer === field.carry) return 0;
  if (field.kind === 'choice' || field.kind === 'scale') return secondsAChoice;
  if (Array.isArray(answer)) return secondsAChoice * answer.length;
  return secondsAChoice + (plainText(answer).length / charactersAWord / typedAMinute) * 60;
};

/**
 * The minutes that a walk takes somebody who knows the answers: reading all the words on its pages, and giving its
 * answers by hand. What it takes to find an answer out is not in it.
 */
export const minutesOf = (walked: Walk): number => {
  const asked = walked.path.flatMap((step) => flatFields(askedFields(walked, step)));
  const byHand = asked.reduce((sum, one) => sum + secondsFor(walked, one), walked.path.length * secondsAPress);
  return wordsOn(walked) / readAMinute + byHand / 60;
};
