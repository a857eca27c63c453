import { answerWords, inLanguage, itemLabel } from '../../policy/present';
import { plainText } from '../../policy/answer';
import { optionsOf } from '../../policy/model';
import type { Group } from '../../policy/field';
import { addressOf, askedFields, type AskedField, type Step } from '../../policy/walk';
import type { Block } from '../document';
import { one, pairs, said, type Sheet, worded } from './context';
import { words } from './words';

/** The name of a row: its item's in a list, its option's, or its number among an officer's own. */
const rowName = (sheet: Sheet, group: Group, id: string, index: number): string => {
  const { model } = sheet.assessment;
  const { over } = group;
  if (over && 'list' in over) return one(itemLabel(model, over.list, id, sheet.language));
  if (over && 'chosen' in over) {
    const field = model.places.get(over.chosen)?.field;
    const option = field && optionsOf(model, field).find((candidate) => candidate.id === id);
    if (option) return said(sheet, option.label);
  }
  const name = one(inLanguage(group.one, sheet.language));
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)} ${index + 1}`;
};

/** A page's title, with the row that it is asked for. */
export const stepTitle = (sheet: Sheet, step: Step): string => {
  const title = worded(sheet, step.page.title, step.row);
  const over = step.page.each?.over;
  return step.row !== undefined && over && 'list' in over
    ? `${one(itemLabel(sheet.assessment.model, over.list, step.row, sheet.language))}: ${title}`
    : title;
};

/** Answers in the order asked: what was chosen as pairs, what was written in ruled blocks, rows one after another. */
const fieldBlocks = (sheet: Sheet, asked: readonly AskedField[], heading: string, prefix = ''): readonly Block[] => {
  const { walk, model } = sheet.assessment;
  const blocks: Block[] = [];
  let waiting: { readonly label: string; readonly value: string }[] = [];
  const flush = (): void => {
    blocks.push(...pairs(waiting));
    waiting = [];
  };
  for (const { field, key, row, rows } of asked) {
    const asks = worded(sheet, field.label, row);
    const label = asks === heading ? words.answer : `${prefix}${asks}`;
    const answer = walk.counted.get(key);
    if (field.kind === 'group') {
      if (rows.length === 0 && field.over === undefined) waiting.push({ label, value: words.notAnswered });
      flush();
      rows.forEach((inner, index) => {
        blocks.push(...fieldBlocks(sheet, inner.fields, '', `${rowName(sheet, field, inner.id, index)}: `));
      });
    } else if (answer === undefined) waiting.push({ label, value: words.notAnswered });
    else if (field.kind === 'text') {
      flush();
      blocks.push({ kind: 'words', label, text: plainText(answer) });
    } else waiting.push({ label, value: one(answerWords(model, field, answer, sheet.language).join('; ')) });
  }
  flush();
  return blocks;
};

/** Every answer that counts, by section and page, with the notes. */
export const answers = (sheet: Sheet): readonly Block[] => {
  const { walk, notes, model } = sheet.assessment;
  return model.policy.sections.flatMap((section): readonly Block[] => {
    const steps = walk.path.filter((step) => step.page.section === section.id);
    if (steps.length === 0) return [];
    return [
      { kind: 'heading', level: 2, text: `${words.answers}: ${said(sheet, section.title)}` },
      ...steps.flatMap((step): readonly Block[] => {
        const note = notes.get(addressOf(step));
        return [
          { kind: 'heading', level: 3, text: stepTitle(sheet, step) },
          ...fieldBlocks(sheet, askedFields(walk, step), worded(sheet, step.page.title, step.row)),
          ...(note === undefined ? [] : [{ kind: 'words', label: words.note, text: note } as const]),
        ];
      }),
    ];
  });
};
