import { namesOwnRow, rowName, stepTitle } from '../../policy/names';
import { plainText } from '../../policy/answer';
import { addressOf, askedFields, type AskedField, type Step } from '../../policy/walk';
import type { Block } from '../document';
import { answered, one, pairs, said, type Sheet, worded } from './context';
import { words } from './words';

/** A row of a group: what it is called, and what was asked of it. */
interface NamedRow {
  readonly name: string;
  readonly fields: readonly AskedField[];
  /** The answer that the officer calls it by, where there is one. */
  readonly own: AskedField | undefined;
}

/** What rows are called by: what the officer named each of them, where all have a name; else their items or numbers. */
const headOf = (sheet: Sheet, rows: readonly NamedRow[]): string | undefined => {
  const [first] = rows.flatMap(({ own }) => own ?? []);
  return first && rows.every(({ own }) => own) ? worded(sheet, first.field.label, first.row) : undefined;
};

const isText = ({ field }: AskedField): boolean => field.kind === 'text' || field.kind === 'group';

const isLine = ({ field }: AskedField): boolean => field.kind === 'text' && !field.lines;

/** The most columns of answers that stand beside the rows' names. */
const mostColumns = 5;

/** What was chosen in the rows of a group as a table, where every row asks it in the same words; else undefined. */
const rowTable = (sheet: Sheet, rows: readonly NamedRow[]): Block | undefined => {
  const labels = new Map<string, string>();
  for (const asked of rows.flatMap(({ fields }) => fields)) {
    const label = worded(sheet, asked.field.label, asked.row);
    if (isText(asked)) continue;
    if ((labels.get(asked.field.id) ?? label) !== label) return undefined;
    labels.set(asked.field.id, label);
  }
  if (labels.size === 0 || labels.size > mostColumns) return undefined;
  const head = headOf(sheet, rows);
  return {
    kind: 'table',
    columns: [
      { heading: head ?? words.item, share: 30 },
      ...[...labels.values()].map((heading) => ({ heading, share: 70 / labels.size })),
    ],
    rows: rows.map(({ name, fields, own }) => [
      head !== undefined && own ? answered(sheet, own) : name,
      ...[...labels.keys()].map((id) => {
        const asked = fields.find(({ field }) => field.id === id);
        return asked ? answered(sheet, asked) : words.notAsked;
      }),
    ]),
    rowHeaders: true,
  };
};

/** Rows as a table with what was written below it, or one after another. */
const rowBlocks = (sheet: Sheet, rows: readonly NamedRow[]): readonly Block[] => {
  const table = rowTable(sheet, rows);
  const named = table !== undefined && headOf(sheet, rows) !== undefined;
  return [
    ...(table ? [table] : []),
    ...rows.flatMap(({ name, fields, own }) => {
      const written = table ? fields.filter((asked) => isText(asked) && !(named && asked === own)) : fields;
      return fieldBlocks(sheet, written, '', words.ofRow(named && own ? answered(sheet, own) : name));
    }),
  ];
};

/** Answers in the order asked: what was chosen as pairs or as a table of rows, what was written in ruled blocks. */
const fieldBlocks = (sheet: Sheet, asked: readonly AskedField[], heading: string, prefix = ''): readonly Block[] => {
  const { walk, model } = sheet.assessment;
  const blocks: Block[] = [];
  let waiting: { readonly label: string; readonly value: string }[] = [];
  const flush = (): void => {
    blocks.push(...pairs(waiting));
    waiting = [];
  };
  for (const question of asked) {
    const { field, key, row, rows } = question;
    const asks = worded(sheet, field.label, row);
    const label = asks === heading ? words.answer : `${prefix}${asks}`;
    const answer = walk.counted.get(key);
    if (field.kind === 'group') {
      if (rows.length === 0 && field.over === undefined) waiting.push({ label, value: words.notAnswered });
      flush();
      const named = rows.map(({ id, fields }, index) => ({
        name: one(rowName(model, field, id, index, sheet.language)),
        fields,
        own: fields.find((each) => namesOwnRow(model, each) && isLine(each) && walk.counted.has(each.key)),
      }));
      blocks.push(...rowBlocks(sheet, named));
    } else if (field.kind === 'text' && answer !== undefined) {
      flush();
      blocks.push({ kind: 'words', label, text: plainText(answer) });
    } else waiting.push({ label, value: answered(sheet, question) });
  }
  flush();
  return blocks;
};

/** What a page was answered: under a heading that asks the one question, its answer alone. */
const pageBlocks = (sheet: Sheet, step: Step): readonly Block[] => {
  const asked = askedFields(sheet.assessment.walk, step);
  const heading = worded(sheet, step.page.title, step.row);
  const [only, ...others] = asked;
  const isAlone =
    only !== undefined &&
    others.length === 0 &&
    only.field.kind !== 'group' &&
    only.field.kind !== 'text' &&
    worded(sheet, only.field.label, only.row) === heading;
  return isAlone ? [{ kind: 'paragraph', text: answered(sheet, only) }] : fieldBlocks(sheet, asked, heading);
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
          ...pageBlocks(sheet, step),
          ...(note === undefined ? [] : [{ kind: 'words', label: words.note, text: note } as const]),
        ];
      }),
    ];
  });
};
