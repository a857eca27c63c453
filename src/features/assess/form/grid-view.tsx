import type { ReactNode } from 'react';
import type { Group, SimpleField } from '../../../policy/field';
import { groupNoun, rowName } from '../../../policy/names';
import { words } from '../../../policy/present';
import type { AskedField } from '../../../policy/walk';
import { type MatrixRule, spotsIn } from '../../../record/matrix';
import { matrixStrings } from '../../../strings/matrix';
import { NextFrame } from '../../../ui/painted';
import { Grid, type GridColumn } from '../../../ui/form/grid';
import { PlacedMatrix, Result, SpokenResult } from '../../../views/matrix';
import { type Fields, stepsOf } from './fields';
import { GridCell } from './grid-cell';
import { drawnColumns } from './grid-columns';
import { Meanings } from './grid-meanings';

export interface GridViewProps {
  readonly fields: Fields;
  readonly asked: AskedField;
  readonly group: Group;
  readonly id: string;
  readonly label: string;
  readonly hintOf: (row: string) => string | undefined;
  /** What stands at the end of a row. */
  readonly renderEnd?: (row: string, index: number) => ReactNode;
  /** How a field is shown for which a grid has no compact control. */
  readonly children: (asked: AskedField) => ReactNode;
}

/** The column of what the fields before it come to. */
const result = '';
/** The column of what stands at the end of a row. */
const end = ' ';

/** The matrix that two fields of a group place their rows on: it is drawn while they are filled in. */
const matrixOf = ({ walk }: Fields, group: Group): MatrixRule | undefined => {
  const asks = (operand: MatrixRule['across']): boolean =>
    typeof operand === 'object' && 'field' in operand && group.fields.some((field) => field.id === operand.field);
  return walk.model.policy.matrices.find((rule) => asks(rule.across) && asks(rule.down));
};

/** The lowest and the highest of a scale, for the head of its column. */
const rangeOf = (fields: Fields, field: SimpleField | undefined): string | undefined => {
  const levels = (field ? stepsOf(fields, { field }) : []).map(({ value, label }) => `${value} ${label}`);
  const [low, high] = [levels[0], levels.at(-1)];
  return low && high && matrixStrings.range(low, high);
};

/** Fields repeated over rows, drawn as one grid, with what each row comes to and a matrix of them all. */
export const GridView = ({ fields, asked, group, id, label, hintOf, renderEnd, children }: GridViewProps) => {
  const { walk, language } = fields;
  const rule = matrixOf(fields, group);
  const spots = rule ? spotsIn(walk, rule) : [];
  const fieldOf = (key: string): SimpleField | undefined => group.fields.find((field) => field.id === key);
  const { beside, below } = drawnColumns(group);
  const placing = beside.findLastIndex((keys) =>
    keys.some((key) =>
      [rule?.across, rule?.down].some((one) => typeof one === 'object' && 'field' in one && one.field === key),
    ),
  );
  const headOf = (keys: readonly string[]): GridColumn => {
    const first = fieldOf(keys[0] ?? '');
    return {
      key: keys.join(' '),
      label: first ? words(walk, first.label, language) : '',
      hint: rangeOf(fields, first),
      wide: keys.some((key) => fieldOf(key)?.kind === 'text'),
    };
  };
  const shown = beside.map(headOf);
  const names = new Map(
    asked.rows.map((row, index) => [row.id, rowName(walk.model, group, row.id, index, language)] as const),
  );
  const withResult = rule
    ? shown.toSpliced(placing + 1, 0, { key: result, label: matrixStrings.score, steady: true })
    : shown;
  const cell = (row: string, column: string): ReactNode => {
    if (column === end)
      return renderEnd?.(
        row,
        asked.rows.findIndex((one) => one.id === row),
      );
    if (column === result) {
      const spot = spots.find((one) => one.row === row);
      return spot ? (
        <>
          <span className="app-grid__label">{matrixStrings.score}: </span>
          <Result spot={spot} language={language} />
        </>
      ) : null;
    }
    const keys = column.split(' ');
    const there = asked.rows
      .find((one) => one.id === row)
      ?.fields.filter((inner) => keys.includes(inner.field.id))
      .toSorted((a, b) => keys.indexOf(a.field.id) - keys.indexOf(b.field.id));
    if (!there || there.length === 0) return null;
    return there.map((inner) => (
      <GridCell
        key={inner.key}
        fields={fields}
        asked={inner}
        row={names.get(row) ?? row}
        headed={inner.field.id === keys[0] && inner.required && beside.some(([first]) => first === keys[0])}
        plain={children}
      />
    ));
  };
  return (
    <div className="app-breakout">
      <Meanings fields={fields} group={group} />
      <Grid
        id={id}
        caption={label}
        rowsTitle={groupNoun(group, language)}
        columns={renderEnd ? [...withResult, { key: end, label: matrixStrings.remove }] : withResult}
        below={below.map((keys) => keys.join(' '))}
        rows={asked.rows.map((row, index) => ({
          key: row.id,
          label: names.get(row.id) ?? row.id,
          hint: hintOf(row.id),
          // as in the matrix below it
          number: rule && index + 1,
        }))}
        shortHeadings={renderEnd !== undefined}
        notAsked={matrixStrings.notAsked}
      >
        {cell}
      </Grid>
      {rule && (
        <>
          <SpokenResult walk={walk} rule={rule} language={language} />
          <NextFrame>
            <PlacedMatrix walk={walk} rule={rule} language={language} />
            {spots.length > 0 && <p className="govuk-body-s">{matrixStrings.numbered}</p>}
          </NextFrame>
        </>
      )}
    </div>
  );
};
