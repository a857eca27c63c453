import { partsOfKey } from '../answer';
import type { Rows } from '../expression';
import type { DerivedValue } from '../value';
import { foldOf } from './amounts';
import type { Diagram } from './diagram';
import { anyRow, type Moment } from './moment';
import { othersOf } from './more-rows';
import type { RuleReader } from './rule-reader';
import type { Space } from './space';

/** The most rows that a source can have. */
export const mostRows = (rules: RuleReader, rows: Rows): number => {
  const field = 'group' in rows ? rules.space.model.places.get(rows.group)?.field : undefined;
  return field?.kind === 'group' ? (field.max ?? 50) : 200;
};

/** Where the diagrams ask for the rows of a source. */
export const levelOf = (rules: RuleReader, rows: Rows): number => {
  const answers = 'list' in rows ? undefined : rules.counted.get('group' in rows ? rows.group : rows.chosen);
  return answers?.variables[0]?.level ?? 0;
};

/** The sum of two numbers. */
export const plus = (space: Space, left: Diagram, right: Diagram): Diagram =>
  foldOf(
    space,
    'sum',
    [left, right].map((is) => ({ there: space.yes, is })),
  );

/** How many answers are "I'm not sure"; of the rows that officers add, any number may be. */
export const unsureCount = (rules: RuleReader, most: number, but: readonly string[] = []): Diagram => {
  const { space } = rules;
  const keys = [...rules.counted].filter(
    ([key, { unsure }]) => unsure !== space.no && !but.includes(partsOfKey(key).field),
  );
  const isAdded = (key: string): boolean => partsOfKey(key).row === anyRow;
  const certain = rules.count(
    keys.filter(([key]) => !isAdded(key)).map(([, { asked, unsure }]) => space.and(asked, unsure)),
    most,
  );
  return keys
    .filter(([key]) => isAdded(key))
    .reduce((sum, [key, { asked, unsure }]) => {
      const rows = space.model.places.get(partsOfKey(key).field)?.rows;
      const many = rows === undefined ? 1 : mostRows(rules, rows);
      if (rows === undefined || many === 1) return plus(space, sum, rules.count([space.and(asked, unsure)]));
      const some = { key: `rows unsure of ${key}`, low: 0, high: many, level: levelOf(rules, rows) };
      const there = rules.rows(rows).find(({ id }) => id === anyRow)?.there ?? space.no;
      return space.choose(there, plus(space, sum, space.leaf(space.unknown(some))), sum);
    }, certain);
};

/** What operands come to, here or in each row of a source; of the rows that officers add, in any number of them. */
export const readAll = (
  rules: RuleReader,
  moment: Moment,
  value: Extract<DerivedValue, { kind: 'sum' | 'product' | 'maximum' | 'earliest' }>,
  row: string | undefined,
): readonly { readonly there: Diagram; readonly is: Diagram }[] => {
  const { space } = rules;
  const { of, over } = value;
  const rows = over === undefined ? [{ id: row, there: space.yes }] : rules.rows(over);
  return rows.flatMap(({ id, there }) =>
    of.flatMap((operand, index) => {
      const is = rules.read(moment, operand, id);
      const others = over !== undefined && id === anyRow ? mostRows(rules, over) - 1 : 0;
      if (others < 1 || over === undefined) return [{ there, is }];
      const more = space.and(there, space.maybe(`rows more of ${value.id}`, [space.no, space.yes]));
      const name = `${value.id} ${index}`;
      return [
        { there, is },
        { there: more, is: othersOf(space, name, value.kind, is, others, levelOf(rules, over)) },
      ];
    }),
  );
};
