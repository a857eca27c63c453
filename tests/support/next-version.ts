import type { Entry, PolicyChange, Receipt } from '../../src/assessment/log';
import { receiptsFor } from '../../src/assessment/carry-over';
import type { Field } from '../../src/policy/field';
import { type Model, modelOf } from '../../src/policy/model';
import { sealedForm } from '../../src/policy/parse';
import { earlierName } from '../../src/record/file-name';
import type { EnclosedFile } from '../../src/record/seal';
import type { Choose } from './answers';

/** What a later version of a policy does with a question. */
export type Edit = Receipt['is'];

const otherWords = { en: 'Asked in other words?' };

const editedField = (field: Field, edit: Edit): Field => {
  if (edit === 'wording') return { ...field, label: otherWords };
  if (edit === 'retired') return { ...field, id: `${field.id.slice(0, 50)}-was` };
  if (edit === 'options' && (field.kind === 'choice' || field.kind === 'choices'))
    return { ...field, options: [...field.options, { id: 'a-new-one', label: { en: 'Something new' } }] };
  return field;
};

/** A later version of a policy in which each question is left as it is, or made otherwise as `editOf` says. */
export const nextVersion = (model: Model, editOf: (field: Field) => Edit, version = '1.1.0'): Model =>
  modelOf(
    {
      ...model.policy,
      version,
      questions: model.policy.questions.map((page) => ({
        ...page,
        fields: page.fields.map((field) => editedField(field, editOf(field))),
      })),
    },
    model.settings,
  );

/** By chance, most questions as they were. */
export const anyEdit =
  (choose: Choose) =>
  (field: Field): Edit => {
    const edits: readonly Edit[] = ['kept', 'kept', 'kept', 'wording', 'retired'];
    const canHave = field.kind === 'choice' || field.kind === 'choices' ? [...edits, 'options' as const] : edits;
    return canHave[choose(canHave.length)] ?? 'kept';
  };

/** By chance, some questions in other words: a version that is as sound as the other. */
export const reworded = (choose: Choose) => (): Edit => (choose(3) === 0 ? 'wording' : 'kept');

/** The log of an assessment that goes on under another version, from its last entry on. */
export const changedLog = (log: readonly Entry[], before: Model, after: Model): readonly Entry[] => {
  const last = log.at(-1);
  if (!last) throw new Error('no log');
  const { draft, author, device, counter, at } = last;
  const change: PolicyChange = {
    kind: 'policy-changed',
    id: `${'0'.repeat(23)}${after.policy.version.replaceAll('.', '')}`.slice(-26),
    draft,
    author,
    device,
    counter: counter + 1,
    at,
    policy: sealedForm(after.policy).sha256,
    settings: sealedForm(after.settings).sha256,
    receipts: [...receiptsFor(before, after, log)],
  };
  return [...log, change];
};

/** A version of the shipped policy before it, sound enough to be published: one question in other words, one with fewer answers, one more. */
export const versionBefore = (model: Model): Model => {
  const edited = (field: Field): readonly Field[] => {
    if (field.id === 'n1-name') return [{ ...field, label: otherWords }];
    if (field.id === 'a1-need' && field.kind === 'choice') return [{ ...field, hint: otherWords }];
    if (field.id === 'n1-purpose')
      return [field, { kind: 'text', id: 'no-more', label: { en: 'No more?' }, max: 100, required: false }];
    return [field];
  };
  const questions = model.policy.questions.map((page) => ({ ...page, fields: page.fields.flatMap(edited) }));
  return modelOf({ ...model.policy, version: '0.9.0', questions }, model.settings);
};

/** The policy of a version as a record encloses it that stood on it before. */
export const earlierFile = ({ policy }: Model): EnclosedFile => {
  const { bytes, sha256 } = sealedForm(policy);
  return { file: { name: earlierName('policy', 1), type: 'application/json', size: bytes.length, sha256 }, bytes };
};
