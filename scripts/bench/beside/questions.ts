import { type Answer, plainText } from '../../../src/policy/answer';
import type { SimpleField } from '../../../src/policy/field';
import { type Model, optionsOf } from '../../../src/policy/model';
import { stepTitle } from '../../../src/policy/names';
import { inLanguage, words } from '../../../src/policy/present';
import type { Page } from '../../../src/policy/schema';
import { addressOf, type AskedField, askedFields, flatFields, type Walk } from '../../../src/policy/walk';

/** A field as any form can ask it. */
export interface PlainField {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly kind: 'one' | 'many' | 'line' | 'lines' | 'number' | 'date';
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly answer?: string | number | readonly string[];
}

/** A page of fields, which is asked on the way of the answers or is not. */
export interface PlainPage {
  readonly name: string;
  readonly title: string;
  readonly isAsked: boolean;
  readonly fields: readonly PlainField[];
}

const kindOf = (field: SimpleField): PlainField['kind'] => {
  switch (field.kind) {
    case 'choice':
    case 'scale':
      return 'one';
    case 'choices':
      return 'many';
    case 'money':
    case 'whole':
      return 'number';
    case 'date':
      return 'date';
    case 'file':
      return 'line';
    case 'text':
      return field.lines ? 'lines' : 'line';
  }
};

const optionsIn = (model: Model, field: SimpleField): PlainField['options'] => {
  if (field.kind === 'scale')
    return (model.lists.get(field.levels)?.items ?? []).map(({ score, label }) => ({
      value: String(score),
      text: inLanguage(label, 'en'),
    }));
  if (field.kind !== 'choice' && field.kind !== 'choices') return [];
  return optionsOf(model, field).map(({ id, label }) => ({ value: id, text: inLanguage(label, 'en') }));
};

const plainAnswer = (field: SimpleField, answer: Answer | undefined): Pick<PlainField, 'answer'> => {
  if (answer === undefined || field.kind === 'file') return {};
  if (field.kind === 'scale') return { answer: plainText(answer) };
  return { answer: answer as string | number | readonly string[] };
};

const plainField = (walked: Walk, { field, key, row }: AskedField): readonly PlainField[] =>
  field.kind === 'group'
    ? []
    : [
        {
          name: key.replace('/', '_'),
          label: words(walked, field.label, 'en', row),
          hint: field.hint ? words(walked, field.hint, 'en', row) : '',
          kind: kindOf(field),
          options: optionsIn(walked.model, field),
          ...plainAnswer(field, walked.counted.get(key)),
        },
      ];

/** A page that is not asked: its fields once, without rows. */
const asideFields = (walked: Walk, page: Page): readonly PlainField[] =>
  page.fields
    .flatMap((field) => (field.kind === 'group' ? field.fields : [field]))
    .flatMap((field) => plainField(walked, { field, key: `aside-${field.id}`, required: true, rows: [] }));

/** A policy as plain pages: those on the way of some answers with these, in order, then all others. */
export const plainPages = (walked: Walk): readonly PlainPage[] => {
  const asked = walked.path.map((step) => ({
    name: addressOf(step).replace('/', '_'),
    title: stepTitle(walked, step, 'en'),
    isAsked: true,
    fields: flatFields(askedFields(walked, step)).flatMap((one) => plainField(walked, one)),
  }));
  const onTheWay = new Set(walked.path.map(({ page }) => page.id));
  const others = walked.model.policy.questions
    .filter(({ id }) => !onTheWay.has(id))
    .map((page) => ({
      name: `aside_${page.id}`,
      title: words(walked, page.title, 'en'),
      isAsked: false,
      fields: asideFields(walked, page),
    }));
  return [...asked, ...others];
};
