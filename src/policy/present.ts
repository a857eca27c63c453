import { isIsoDate, isIsoMonth, writtenDate } from '../base/calendar';
import { grouped, writtenMoney } from '../base/money';
import { type Answer, keyOf, plainText } from './answer';
import type { Group, SimpleField } from './field';
import type { Operand } from './expression';
import { type Model, optionsOf, settingItems } from './model';
import { firstMatch, read } from './evaluate';
import { type Reading, rowIds, type Scope } from './scope';
import type { Language, Text, Wording } from './text';
import type { DerivedValue } from './value';

/** A text in a language, or in English where the policy has no other. */
export const inLanguage = (text: Text, language: Language): string => text[language] ?? text.en;

const listLabel = (model: Model, list: string, id: Reading, language: Language): string | undefined => {
  const item = model.lists.get(list)?.items.find((candidate) => candidate.id === id || candidate.score === id);
  return item && inLanguage(item.label, language);
};

/** An answer as people read it, one text for each thing in it: an option's label, `£30,000`, `22 November 2026`. */
export const answerWords = (
  model: Model,
  field: SimpleField | Group,
  answer: Answer,
  language: Language,
): readonly string[] => {
  switch (field.kind) {
    case 'choice':
    case 'choices': {
      const chosen = typeof answer === 'string' ? [answer] : (answer as readonly string[]);
      return optionsOf(model, field)
        .filter((option) => chosen.includes(option.id))
        .map((option) => inLanguage(option.label, language));
    }
    case 'money':
      return [writtenMoney(Number(answer))];
    case 'whole': {
      const unit = (answer === 1 && field.one) || field.unit;
      return [`${grouped(Number(answer))}${unit ? ` ${inLanguage(unit, language)}` : ''}`];
    }
    case 'scale': {
      const label = listLabel(model, field.levels, answer, language);
      return [label === undefined ? plainText(answer) : `${plainText(answer)} – ${label}`];
    }
    case 'date':
      return [writtenDate(plainText(answer))];
    case 'text':
      return [plainText(answer)];
    case 'file':
      return (answer as readonly { readonly name: string }[]).map((file) => file.name);
    case 'group':
      return [];
  }
};

const valueWords = (
  model: Model,
  value: DerivedValue,
  reading: Exclude<Reading, undefined>,
  language: Language,
): string => {
  if (value.list !== undefined) return listLabel(model, value.list, reading, language) ?? plainText(reading);
  if (value.as === 'money') return writtenMoney(Number(reading));
  if (value.as === 'number') return grouped(Number(reading));
  const text = plainText(reading);
  return value.as === 'date' && (isIsoDate(text) || isIsoMonth(text)) ? writtenDate(text) : text;
};

const settingWords = (
  model: Model,
  id: string,
  reading: Exclude<Reading, undefined>,
  language: Language,
): readonly string[] => {
  const declared = model.policy.settings.find((one) => one.id === id);
  switch (declared?.kind) {
    case 'money':
      return [writtenMoney(Number(reading))];
    case 'list':
      return settingItems(model, id).map((item) => inLanguage(item.label, language));
    case 'choice':
      return declared.options
        .filter((option) => option.id === reading)
        .map((option) => inLanguage(option.label, language));
    case 'whole':
      return [grouped(Number(reading))];
    case 'text':
    case undefined:
      return [plainText(reading)];
  }
};

/** What an operand comes to, as people read it; nothing where it is not answered. */
export const present = (scope: Scope, operand: Operand, language: Language, row?: string): readonly string[] => {
  const { model } = scope;
  const reading = read(scope, operand, row);
  if (reading === undefined) return [];
  if (typeof operand === 'object') {
    if ('field' in operand) {
      const field = model.places.get(operand.field)?.field;
      if (field?.kind === 'group') return rowWords(scope, field, language);
      return field ? answerWords(model, field, reading, language) : [];
    }
    if ('value' in operand) {
      const value = model.values.get(operand.value);
      return value ? [throughTable(scope, value, reading, language, row)] : [];
    }
    if ('setting' in operand) return settingWords(model, operand.setting, reading, language);
    if ('today' in operand) return [writtenDate(scope.today)];
    if ('outcome' in operand) {
      const outcome = model.outcomes.get(plainText(reading));
      return outcome ? [words(scope, outcome.title, language)] : [];
    }
  }
  return [plainText(reading)];
};

/** The rows of a group as people read them: the answers of each in one text. */
const rowWords = (scope: Scope, group: Group, language: Language): readonly string[] =>
  rowIds(scope, group.over ?? { group: group.id }).map((row) =>
    group.fields.flatMap((field) => present(scope, { field: field.id, row }, language, row)).join(', '),
  );

/** A table may hand on a setting or a field: then it is written as that is. */
const throughTable = (
  scope: Scope,
  value: DerivedValue,
  reading: Exclude<Reading, undefined>,
  language: Language,
  row?: string,
): string => {
  const plain = value.list === undefined && value.as === undefined;
  const match = plain && value.kind === 'table' ? firstMatch(scope, value.rows, row) : undefined;
  return match && typeof match.then === 'object'
    ? present(scope, match.then, language, row).join(', ')
    : valueWords(scope.model, value, reading, language);
};

/** A wording in a language: the text whose row matches, with the things that it names filled in. */
export const words = (scope: Scope, wording: Wording, language: Language, row?: string): string => {
  const text = 'en' in wording ? wording : firstMatch(scope, wording, row)?.text;
  return text === undefined ? '' : fill(scope, inLanguage(text, language), language, row);
};

/** A text with the things that it names between braces filled in. */
export const fill = (scope: Scope, text: string, language: Language, row?: string): string =>
  text.replace(/\{([^{}]*)\}/g, (whole, id: string) => {
    if (id === 'app-council') return scope.model.settings.app.council;
    const operand: Operand | undefined = scope.model.places.has(id)
      ? { field: id }
      : scope.model.values.has(id)
        ? { value: id }
        : scope.model.policy.settings.some((setting) => setting.id === id)
          ? { setting: id }
          : undefined;
    const found = operand === undefined ? [] : present(scope, operand, language, row);
    return found.length > 0 ? found.join(', ') : `[${whole.slice(1, -1)}]`;
  });

/** The label of an item of a list of the policy, such as a row of a group. */
export const itemLabel = (model: Model, list: string, id: string, language: Language): string =>
  listLabel(model, list, id, language) ?? id;

/** What a role is called, with the council's names in place. */
export const roleName = (scope: Scope, id: string, language: Language): string => {
  const role = scope.model.policy.roles.find((candidate) => candidate.id === id);
  return role ? words(scope, role.label, language) : id;
};

/** The name of what is assessed: the first of the policy's subject fields that is answered. */
export const subjectOf = (scope: Scope): string | undefined => {
  const field = scope.model.policy.subject.find((id) => scope.counted.has(keyOf(id)));
  return field === undefined ? undefined : present(scope, { field }, 'en')[0];
};

/** What a page shows at its top of what was answered and worked out before, with its labels. */
export const recalled = (
  scope: Scope,
  ids: readonly string[],
  language: Language,
  row?: string,
): readonly { readonly key: string; readonly value: string }[] =>
  ids.flatMap((id) => {
    const operand = scope.model.places.has(id) ? { field: id } : { value: id };
    const texts = present(scope, operand, language, row);
    return texts.length > 0 ? [{ key: operandLabel(scope, operand, language, row), value: texts.join('; ') }] : [];
  });

/** What an operand is called: its field's or value's label. */
export const operandLabel = (scope: Scope, operand: Operand, language: Language, row?: string): string => {
  if (typeof operand !== 'object') return '';
  if ('field' in operand) {
    const field = scope.model.places.get(operand.field)?.field;
    return field ? words(scope, field.label, language, row) : '';
  }
  const label = 'value' in operand ? scope.model.values.get(operand.value)?.label : undefined;
  return label ? inLanguage(label, language) : '';
};
