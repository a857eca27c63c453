import type { Group, SimpleField } from '../../../policy/field';
import { inLanguage, words } from '../../../policy/present';
import { matrixStrings } from '../../../strings/matrix';
import { Details, Heading } from '../../../ui';
import type { Fields } from './fields';

interface MeaningProps {
  readonly fields: Fields;
  readonly field: SimpleField;
}

const itemsOf = ({ walk }: Fields, field: SimpleField) =>
  field.kind === 'scale' ? (walk.model.lists.get(field.levels)?.items ?? []) : [];

const Meaning = ({ fields, field }: MeaningProps) => {
  const { walk, language } = fields;
  return (
    <div>
      <Heading level={2} size="s">
        {words(walk, field.label, language)}
      </Heading>
      <ul className="govuk-list">
        {itemsOf(fields, field).map(({ id, score, label, hint }) => (
          <li key={id}>
            <strong>
              {score} {inLanguage(label, language)}
            </strong>{' '}
            {hint && inLanguage(hint, language)}
          </li>
        ))}
      </ul>
      {field.hint && <p className="govuk-body">{words(walk, field.hint, language)}</p>}
    </div>
  );
};

/** What the numbers of a grid's scales mean, for those who want to read it: all in one fold, beside each other. */
export const Meanings = ({ fields, group }: { readonly fields: Fields; readonly group: Group }) => {
  const explained = group.fields.filter((field) => itemsOf(fields, field).some((item) => item.hint));
  if (explained.length === 0) return null;
  return (
    <Details summary={matrixStrings.meanings}>
      <div className="app-meanings">
        {explained.map((field) => (
          <Meaning key={field.id} fields={fields} field={field} />
        ))}
      </div>
    </Details>
  );
};
