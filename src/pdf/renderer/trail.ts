import { writtenDate } from '../../base/calendar';
import type { Entry, FieldEntry, PolicyChange, Receipt } from '../../assessment/log';
import { type Answer, partsOfKey } from '../../policy/answer';
import { answerWords, present } from '../../policy/present';
import type { Block, Text } from '../document';
import { count, one, said, type Sheet, worded } from './context';
import { plainAnswer } from './register';
import { words } from './words';

/** An entry that holds an answer or a note. */
type AnswerEntry = Extract<FieldEntry, { value: unknown }>;

/** What an entry is about, in the words of the version that it was given under, and its address. */
export const fieldName = (sheet: Sheet, entry: FieldEntry): string => {
  const { field, row } = partsOfKey(entry.field);
  const walk = sheet.naming(entry);
  const place = walk.model.places.get(field);
  const page = walk.model.pages.get(field);
  const label = place?.field.label ?? page?.title;
  return `${label ? worded(sheet, label, row, walk) : field} [${entry.field}]`;
};

/** An answer in words and as it lies in the data, so that nothing in the data goes unseen. */
export const answerText = (sheet: Sheet, entry: AnswerEntry): string => {
  const { model } = sheet.naming(entry);
  const place = model.places.get(partsOfKey(entry.field).field);
  const plain = plainAnswer(entry.value);
  const spoken =
    place && place.field.kind !== 'text'
      ? one(answerWords(model, place.field, entry.value, sheet.language).join('; '))
      : '';
  return spoken === '' || spoken === plain ? plain : `${spoken} [${plain}]`;
};

/** How many answers a change of policy has kept, asks again for each reason, and has no question for. */
const receiptCounts = ({ receipts }: PolicyChange): Readonly<Record<Receipt['is'], string>> => {
  const of = (is: Receipt['is']): string => count(receipts.filter((receipt) => receipt.is === is).length);
  return { kept: of('kept'), wording: of('wording'), options: of('options'), retired: of('retired') };
};

const described = (sheet: Sheet, entry: Entry): { readonly what: string; readonly detail: string } => {
  switch (entry.kind) {
    case 'started':
      return {
        what: words.started,
        detail: [
          `${entry.policy} ${entry.settings} ${entry.language}`,
          ...(entry.practice ? [words.forPractice] : []),
          ...(entry.continues === undefined ? [] : [words.continues(entry.continues)]),
        ].join('; '),
      };
    case 'answered':
      return { what: fieldName(sheet, entry), detail: answerText(sheet, entry) };
    case 'carried':
      return {
        what: fieldName(sheet, entry),
        detail: `${entry.gap ? words.gap : words.carried} (${entry.from}): ${answerText(sheet, entry)}`,
      };
    case 'cleared':
      return { what: fieldName(sheet, entry), detail: words.cleared };
    case 'noted':
      return { what: `${words.noted}: ${fieldName(sheet, entry)}`, detail: one(entry.value) };
    case 'unnoted':
      return { what: fieldName(sheet, entry), detail: words.noteRemoved };
    case 'withdrawn':
      return {
        what: `${entry.was === 'note' ? `${words.noted}: ` : ''}${fieldName(sheet, entry)}`,
        detail: words.withdrawn,
      };
    case 'outcome-shown': {
      const walk = sheet.naming(entry);
      const outcome = walk.model.outcomes.get(entry.outcome);
      const title = outcome ? worded(sheet, outcome.title, undefined, walk) : '';
      return { what: words.shown, detail: `${title} [${entry.outcome}]`.trim() };
    }
    case 'policy-changed':
      return {
        what: words.policyChanged,
        detail: [`${entry.policy} ${entry.settings}`, words.receipts(receiptCounts(entry))].join('; '),
      };
  }
};

/** A line of the trail: its number, the time of day, about what and, in bold, what was said, and what it replaced. */
const line = (sheet: Sheet, entry: Entry, index: number, numbers: ReadonlyMap<string, number>): readonly Text[] => {
  const { what, detail } = described(sheet, entry);
  const replaced = 'replaces' in entry && entry.replaces !== undefined ? numbers.get(entry.replaces) : undefined;
  const extra = [
    ...('replaces' in entry && entry.replaces !== undefined
      ? [replaced === undefined ? entry.replaces : words.replaced(replaced)]
      : []),
    ...('reason' in entry && entry.reason !== undefined ? [words.reason(one(entry.reason))] : []),
    ...(entry.kind === 'answered' && !sheet.assessment.walk.counted.has(entry.field) ? [words.notCounted] : []),
  ];
  return [
    String(index + 1),
    entry.at.slice(11, 19),
    [
      { text: `${what}: ` },
      { text: detail, bold: true },
      ...(extra.length === 0 ? [] : [{ text: ` (${extra.join('; ')})` }]),
    ],
  ];
};

/** The day of an entry, and the zone of its time. */
const dayOf = ({ at }: Entry): string => `${writtenDate(at.slice(0, 10))} (UTC${at.slice(19)})`;

/** Every entry of the log by its day: when, about what, what was said, and which line it replaced. */
export const trail = (sheet: Sheet): readonly Block[] => {
  const { log } = sheet.payload;
  const numbers = new Map(log.map((entry, index) => [entry.id, index + 1] as const));
  const days: { readonly day: string; readonly rows: (readonly Text[])[] }[] = [];
  for (const [index, entry] of log.entries()) {
    const day = dayOf(entry);
    if (days.at(-1)?.day !== day) days.push({ day, rows: [] });
    days.at(-1)?.rows.push(line(sheet, entry, index, numbers));
  }
  const people = [...new Set(log.map((entry) => words.author(entry.author, entry.device)))];
  return [
    { kind: 'heading', level: 2, text: words.audit },
    { kind: 'paragraph', text: words.auditLead },
    { kind: 'paragraph', text: people.join('; '), small: true },
    ...days.flatMap(({ day, rows }): readonly Block[] => [
      { kind: 'heading', level: 3, text: day },
      {
        kind: 'table',
        columns: [
          { heading: words.line, share: 6 },
          { heading: words.when, share: 10 },
          { heading: words.what, share: 84 },
        ],
        rows,
        dense: true,
      },
    ]),
  ];
};

/** A value that was worked out, in words and as it lies in the data; after the row that it belongs to. */
const valueText = (sheet: Sheet, id: string, value: Answer): string => {
  const { field, row } = partsOfKey(id);
  const spoken = one(present(sheet.assessment.walk, { value: field, row }, sheet.language, row).join('; '));
  const plain = plainAnswer(value);
  const text = spoken === '' || spoken === plain ? plain : `${spoken} [${plain}]`;
  return row === undefined ? text : `${row}: ${text}`;
};

/** The values that the policy worked out, those of all rows of one together, and the pages that it asked. */
export const workings = (sheet: Sheet): readonly Block[] => {
  const { result } = sheet.payload;
  const { model } = sheet.assessment;
  const texts = new Map<string, readonly string[]>();
  for (const { id, value } of result.values) {
    const { field } = partsOfKey(id);
    texts.set(field, [...(texts.get(field) ?? []), valueText(sheet, id, value)]);
  }
  const rows = [...texts].map(([field, list]) => {
    const label = model.values.get(field)?.label;
    return [label ? `${said(sheet, label)} [${field}]` : field, list.join('; ')];
  });
  return [
    { kind: 'heading', level: 2, text: words.workings },
    { kind: 'paragraph', text: words.workingsLead },
    { kind: 'paragraph', text: `${words.path}: ${result.path.join(', ')}.`, small: true },
    ...(rows.length === 0
      ? []
      : [
          {
            kind: 'table',
            columns: [
              { heading: words.field, share: 60 },
              { heading: words.value, share: 40 },
            ],
            rows,
            dense: true,
          } as const,
        ]),
    { kind: 'paragraph', text: `${words.answers}: ${count(result.answers.length)}`, small: true },
  ];
};
