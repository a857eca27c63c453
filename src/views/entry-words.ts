import type { FieldEntry } from '../assessment/log';
import { partsOfKey } from '../policy/answer';
import { answerWords, words } from '../policy/present';
import type { Language } from '../policy/text';
import type { Walk } from '../policy/walk';
import { checkStrings, historyStrings } from '../strings/check';

/** What an entry of the log is about: a question, or a page's notes. */
export const entryAbout = (walk: Walk, entry: FieldEntry, language: Language = 'en'): string => {
  const { model } = walk;
  const { field, row } = partsOfKey(entry.field);
  const place = model.places.get(field);
  const page = model.pages.get(field);
  if (place) return words(walk, place.field.label, language, row);
  return page ? `${checkStrings.notes}: ${words(walk, page.title, language, row)}` : field;
};

/** What an entry of the log says. */
export const entrySays = ({ model }: Walk, entry: FieldEntry, language: Language = 'en'): string => {
  if (entry.kind === 'withdrawn') return historyStrings.withdrawn;
  if (!('value' in entry)) return historyStrings.cleared;
  if (entry.kind === 'noted') return entry.value;
  const field = model.places.get(partsOfKey(entry.field).field)?.field;
  return field ? answerWords(model, field, entry.value, language).join('; ') : '';
};
