import { words } from '../present';
import type { Group, SimpleField } from '../field';
import { textsIn } from '../wording';
import { type AskedField, askedFields, offeredOptions, type Walk } from '../walk';

const count = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length;

const ofField = (walked: Walk, { field, row, rows }: AskedField): number =>
  [field.label, field.hint].reduce(
    (sum, one) => sum + (one === undefined ? 0 : count(words(walked, one, 'en', row))),
    0,
  ) +
  optionWords(walked, field, row) +
  rows.reduce((sum, { fields }) => sum + fields.reduce((all, one) => all + ofField(walked, one), 0), 0);

const optionWords = (walked: Walk, field: SimpleField | Group, row: string | undefined): number =>
  offeredOptions(walked, field, row).reduce((sum, { label, hint }) => sum + count(label.en) + count(hint?.en ?? ''), 0);

/** The English words on the pages of a walk that an officer reads before answering: not those behind a link. */
export const wordsOn = (walked: Walk): number =>
  walked.path.reduce(
    (sum, step) =>
      sum +
      count(words(walked, step.page.title, 'en', step.row)) +
      textsIn(step.page.help).reduce((all, { text }) => all + count(text.en), 0) +
      askedFields(walked, step).reduce((all, one) => all + ofField(walked, one), 0),
    0,
  );
