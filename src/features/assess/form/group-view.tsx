import type { ReactNode } from 'react';
import { newId } from '../../../base/ids';
import type { Group } from '../../../policy/field';
import { inLanguage, words } from '../../../policy/present';
import type { AskedField } from '../../../policy/walk';
import { useServices } from '../../../services';
import { walkStrings } from '../../../strings/walk';
import { Fieldset, Heading, type Question } from '../../../ui';
import { RepeatGroup } from '../../../ui/form/repeat-group';
import type { Fields } from './fields';
import { GridView } from './grid-view';
import { OwnGrid } from './own-grid';
import { ownRowName, rowName } from '../../../policy/names';

interface GroupViewProps {
  readonly fields: Fields;
  readonly asked: AskedField;
  readonly group: Group;
  readonly question: Question;
  readonly label: string;
  /** How a field of a row is shown. */
  readonly children: (asked: AskedField) => ReactNode;
}

const rowHint = ({ walk, language }: Fields, group: Group, id: string): string | undefined => {
  const { over } = group;
  const item = over && 'list' in over ? walk.model.lists.get(over.list)?.items.find((one) => one.id === id) : undefined;
  return item?.hint && inLanguage(item.hint, language);
};

/** Fields repeated over the rows of a list: in a grid where the policy gives its columns, else each under the row's name. */
const FixedRows = ({ fields, asked, group, question, label, children }: GroupViewProps) => {
  if (asked.rows.length === 0) return null;
  if (group.columns)
    return (
      <GridView
        {...{ fields, asked, group, label, children }}
        id={question.id ?? question.name}
        hintOf={(row) => rowHint(fields, group, row)}
      />
    );
  return (
    <section className="app-repeat" id={question.id} aria-label={label}>
      <Heading level={2} size="m">
        {label}
      </Heading>
      {asked.rows.map((row, index) => (
        <div key={row.id} className="app-repeat__entry">
          <Fieldset legend={rowName(fields.walk.model, group, row.id, index, fields.language)} size="s">
            {rowHint(fields, group, row.id) && <p className="govuk-hint">{rowHint(fields, group, row.id)}</p>}
            {row.fields.map(children)}
          </Fieldset>
        </div>
      ))}
    </section>
  );
};

/** Fields repeated over rows that the officer adds and removes. */
const OwnRows = ({ fields, asked, group, question, label, children }: GroupViewProps) => {
  const { random } = useServices();
  const { language, walk } = fields;
  const ids = fields.raw(asked) as readonly string[];
  const one = inLanguage(group.one, language);
  const addText = ids.length === 0 ? walkStrings.addFirst(one) : walkStrings.add(one);
  const add = (): void => fields.change(asked, [...ids, newId(random)]);
  if (group.columns)
    return (
      <OwnGrid
        {...{ fields, asked, group, addText, children }}
        id={question.id ?? question.name}
        label={asked.required ? label : walkStrings.optional(label)}
        hint={group.hint && words(walk, group.hint, language, asked.row)}
        error={question.error}
        hintOf={() => undefined}
        onAdd={add}
        onRemove={(row) =>
          fields.change(
            asked,
            ids.filter((id) => id !== row),
          )
        }
        most={group.max ?? 50}
      />
    );
  return (
    <RepeatGroup
      id={question.id ?? question.name}
      label={asked.required ? label : walkStrings.optional(label)}
      hint={group.hint && words(walk, group.hint, language, asked.row)}
      error={question.error}
      entries={ids}
      title={(number) => ownRowName(group, number, language)}
      addText={addText}
      onAdd={add}
      onRemove={(index) =>
        fields.change(
          asked,
          ids.filter((_, at) => at !== index),
        )
      }
      most={group.max ?? 50}
    >
      {(index) => asked.rows.find((row) => row.id === ids[index])?.fields.map(children)}
    </RepeatGroup>
  );
};

export const GroupView = (props: GroupViewProps) =>
  props.group.over === undefined ? <OwnRows {...props} /> : <FixedRows {...props} />;
