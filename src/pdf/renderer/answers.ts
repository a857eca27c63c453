import { rowName, stepTitle } from '../../policy/names';
import { answerWords } from '../../policy/present';
import { plainText } from '../../policy/answer';
import { addressOf, askedFields, type AskedField } from '../../policy/walk';
import type { Block } from '../document';
import { one, pairs, said, type Sheet, worded } from './context';
import { words } from './words';

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
        blocks.push(
          ...fieldBlocks(sheet, inner.fields, '', `${one(rowName(model, field, inner.id, index, sheet.language))}: `),
        );
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
          { kind: 'heading', level: 3, text: one(stepTitle(walk, step, sheet.language)) },
          ...fieldBlocks(sheet, askedFields(walk, step), worded(sheet, step.page.title, step.row)),
          ...(note === undefined ? [] : [{ kind: 'words', label: words.note, text: note } as const]),
        ];
      }),
    ];
  });
};
