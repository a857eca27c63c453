import { type Answer, type FileAnswer, plainText } from '../../policy/answer';
import { read } from '../../policy/evaluate';
import { present } from '../../policy/present';
import type { Block } from '../document';
import { count, one, said, type Sheet } from './context';
import { words } from './words';

const fileText = ({ name, type, size, sha256 }: FileAnswer): string =>
  `${name}, ${type}, ${words.bytes(count(size))}, ${sha256}`;

/** An answer as it lies in the data. */
export const plainAnswer = (value: Answer): string => {
  const items = Array.isArray(value) ? (value as readonly (string | FileAnswer)[]) : [];
  const text = Array.isArray(value)
    ? items.map((item) => (typeof item === 'string' ? item : fileText(item))).join(', ')
    : plainText(value);
  return one(text) || words.notAnswered;
};

/** The register record: every field that has a value. */
export const registerRecord = (sheet: Sheet): readonly Block[] => {
  const { register } = sheet.payload.result;
  const { policy } = sheet.assessment.model;
  if (policy.register.fields.length === 0) return [];
  const rows = register.map(({ id, value }) => {
    const field = policy.register.fields.find((candidate) => candidate.id === id);
    return [
      field ? said(sheet, field.label) : id,
      registerValue(sheet, id, value),
      field?.public === true ? words.yes : words.no,
    ];
  });
  return rows.length === 0
    ? []
    : [
        { kind: 'heading', level: 2, text: words.registerRecord },
        {
          kind: 'table',
          columns: [
            { heading: words.field, share: 40 },
            { heading: words.value, share: 48 },
            { heading: words.public, share: 12 },
          ],
          rowHeaders: true,
          dense: true,
          rows,
        },
      ];
};

/** A register field in words; as it lies in the data where the policy has none for it. */
export const registerWords = (sheet: Sheet, id: string, value: Answer): string => {
  const { walk, model } = sheet.assessment;
  const field = model.policy.register.fields.find((candidate) => candidate.id === id);
  const operand = field?.from.find((candidate) => read(walk, candidate) !== undefined);
  const text = operand === undefined ? '' : one(present(walk, operand, sheet.language).join('; '));
  return text === '' ? plainAnswer(value) : text;
};

/** A register field in words, and as it lies in the data. */
const registerValue = (sheet: Sheet, id: string, value: Answer): string => {
  const [text, plain] = [registerWords(sheet, id, value), plainAnswer(value)];
  return text === plain ? plain : `${text} [${plain}]`;
};
