import { csvFile } from '../../../base/csv';
import { utf8 } from '../../../base/bytes';
import { lineTitles, stateWords } from '../../../strings/verdict';
import { deskStrings } from '../../../strings/desk';
import type { LineId } from '../../../verify/verdict';
import type { Linked } from './links';

type Column = readonly [title: string, cell: (one: Linked) => string];

const { columns, kinds, marks: markWords, standings, decisions } = deskStrings;

const own: readonly Column[] = [
  [columns.file, ({ row }) => row.name],
  [columns.size, ({ row }) => String(row.size)],
  [columns.verdict, ({ row }) => standings[row.standing]],
  [columns.kind, ({ row }) => (row.document ? (kinds[row.document.kind] ?? row.document.kind) : '')],
  [columns.marks, ({ marks }) => marks.map((mark) => markWords[mark]).join('; ')],
  [columns.original, ({ row, original }) => (row.printed ? (original?.name ?? row.printed.id) : '')],
  [columns.shared, ({ shared }) => shared.map((one) => `${one.with.name} (${one.keys.join(', ')})`).join('; ')],
  [columns.group, ({ group }) => group],
  [columns.reference, ({ row }) => row.document?.reference ?? ''],
  [columns.title, ({ row }) => row.document?.record?.title ?? ''],
  [columns.outcome, ({ row }) => row.document?.record?.outcomeTitle ?? ''],
  [columns.outcomeId, ({ row }) => row.document?.record?.outcome ?? ''],
  [columns.decision, ({ row }) => (row.document?.decision ? (decisions[row.document.decision] ?? '') : '')],
  [columns.signer, ({ row }) => row.document?.signer ?? ''],
  [columns.signedAt, ({ row }) => row.document?.signedAt ?? ''],
  [columns.policy, ({ row }) => row.document?.record?.policy ?? ''],
  [columns.id, ({ row }) => row.document?.id ?? ''],
  [columns.recordId, ({ row }) => row.document?.record?.id ?? ''],
];

/** Every name that any of the files uses, in one order. */
const namesIn = (all: readonly Linked[], namesOf: (one: Linked) => readonly string[]): readonly string[] =>
  [...new Set(all.flatMap(namesOf))].toSorted();

/** All that the table knows of each file, as rows of a spreadsheet: a column for every verdict line, register field and answer. */
export const deskCsv = (all: readonly Linked[]): Uint8Array<ArrayBuffer> => {
  const lines = (Object.keys(lineTitles) as LineId[]).filter((id) =>
    all.some(({ row }) => row.lines.some((line) => line.id === id)),
  );
  const ofLines = lines.map((id): Column => [
    lineTitles[id],
    ({ row }) => {
      const line = row.lines.find((one) => one.id === id);
      return line ? [stateWords[line.state], line.text].filter(Boolean).join(': ') : '';
    },
  ]);
  const ofRegister = namesIn(all, ({ row }) => Object.keys(row.document?.record?.register ?? {})).map((id): Column => [
    `${columns.register}: ${id}`,
    ({ row }) => row.document?.record?.register[id] ?? '',
  ]);
  const ofAnswers = namesIn(all, ({ row }) => Object.keys(row.document?.record?.answers ?? {})).map((id): Column => [
    `${columns.answer}: ${id}`,
    ({ row }) => row.document?.record?.answers[id] ?? '',
  ]);
  const every = [...own, ...ofLines, ...ofRegister, ...ofAnswers];
  return csvFile([every.map(([title]) => title), ...all.map((one) => every.map(([, cell]) => cell(one)))]);
};

/** The same as JSON, for programs. */
export const deskJson = (all: readonly Linked[]): Uint8Array<ArrayBuffer> =>
  utf8(
    `${JSON.stringify(
      all.map(({ row, group, marks, original, shared }) => ({
        ...row,
        group,
        marks,
        ...(original && { original: original.name }),
        shared: shared.map((one) => ({ with: one.with.name, keys: one.keys })),
      })),
      null,
      1,
    )}\n`,
  );
