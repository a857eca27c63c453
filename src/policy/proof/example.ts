import { isIsoDate } from '../../base/calendar';
import { type Answer, keyOf, type Key, partsOfKey } from '../answer';
import { holds as holdsReally } from '../evaluate';
import type { Group, SimpleField } from '../field';
import { type Model, modelOf, optionsOf } from '../model';
import type { SettingItem, Settings } from '../settings';
import { differences, namedItems, settingsFor } from './example-settings';
import type { Scope } from '../scope';
import { addressOf, dateBounds, walk, type Walk } from '../walk';
import type { Found } from './assignment';
import { canBeLeft } from './choosing';
import type { Variable } from './diagram';
import type { Passages } from './passage';
import { anyRow, givenAsMonth } from './moment';
import { dateText } from './term';

/** Answers that show something: what was answered in which order, on which day, under which settings. */
export interface Example {
  readonly today: string;
  readonly answers: readonly (readonly [Key, Answer])[];
  readonly path: readonly string[];
  readonly outcome: string | undefined;
  /** The settings that differ from the defaults, where they are free. */
  readonly settings: Settings['values'];
}

const nobodyNamed: ReturnType<typeof namedItems> = { named: [], never: [] };

const evidence = [{ name: 'evidence.pdf', type: 'application/pdf', size: 1, sha256: '0'.repeat(64) }];

/** Answers given as a walk asks for them: one walk is enough, however long it is. */
class Given extends Map<Key, Answer> {
  constructor(private readonly answer: (key: Key) => Answer | undefined) {
    super();
  }

  override get(key: Key): Answer | undefined {
    const known = super.get(key);
    if (known !== undefined) return known;
    const answer = this.answer(key);
    if (answer !== undefined) this.set(key, answer);
    return answer;
  }
}

/** Answers the questions of a real walk as an assignment says, each as it is asked, until it ends or is stuck. */
export const exampleOf = (passages: Passages, found: Found): { readonly example: Example; readonly walked: Walk } => {
  const { space, rules } = passages;
  const values = settingsFor(space, found, [...rules.counted.keys()]);
  const model = space.free ? modelOf(space.model.policy, { ...space.model.settings, values }) : space.model;
  const begun = found.solution.amounts.get('today');
  const today = begun === undefined ? model.policy.about.validFrom : dateText(begun);
  const valueOf = (variable: Variable): number => found.assignment.get(variable) ?? 0;
  const counted = new Map<Key, Answer>();
  const wanted = rowsWanted(model, found);
  const scope: Scope = { model, counted, today, outcome: undefined };

  const answerTo = (field: SimpleField | Group, row: string | undefined, generic: Key): Answer | undefined => {
    const ways = rules.counted.get(generic);
    const chosen = ways?.chosen(valueOf);
    if (ways !== undefined && ways.variables.length > 0 && chosen === undefined && canBeLeft(field)) return undefined;
    switch (field.kind) {
      case 'choice':
      case 'choices': {
        const ids = new Set(
          (chosen ?? []).flatMap(({ options, setting }) => {
            const { named, never } = setting === undefined ? nobodyNamed : namedItems(space, found, setting, generic);
            const items = setting === undefined ? options : itemsOf(model, setting);
            const most = field.kind === 'choice' ? 1 : Math.max(wanted.ticks(field.id), named.length);
            const others = items.map(({ id }) => id).filter((id) => !named.includes(id) && !never.includes(id));
            return [...named, ...others].slice(0, most);
          }),
        );
        const inOrder = optionsOf(model, field)
          .map(({ id }) => id)
          .filter((id) => ids.has(id));
        return field.kind === 'choice' ? inOrder[0] : inOrder;
      }
      case 'scale':
        return chosen?.[0]?.term as number;
      case 'whole':
        return chosen?.[0]?.term === undefined
          ? (found.solution.amounts.get(generic) ?? field.min)
          : (chosen[0].term as number);
      case 'money':
        return found.solution.amounts.get(generic) ?? field.min ?? 0;
      case 'date': {
        const { from, to } = dateBounds(scope, field, row);
        const amount = found.solution.amounts.get(generic);
        if (amount === undefined) return from ?? to ?? today;
        const day = dateText(amount);
        const guess = space.guesses.get(givenAsMonth(generic));
        const isMonth = guess !== undefined && valueOf(guess) === 1;
        const isEarly = from !== undefined && isIsoDate(from) && day < from; // only its month shares a day with the bounds
        return field.precision === 'month' && (isMonth || isEarly) ? day.slice(0, 7) : day;
      }
      case 'text':
        return found.solution.texts.get(generic) ?? 'Words';
      case 'file':
        return evidence;
      case 'group':
        return Array.from(
          { length: Math.max(field.min ?? 1, 1, ...wanted.of(field).map(({ rows }) => rows)) },
          (_, index) => `row-${index + 1}`,
        );
    }
  };

  const answers = new Given((key) => {
    const { field: id, row } = partsOfKey(key);
    const field = model.places.get(id)?.field;
    if (!field || (field.kind === 'group' && field.over !== undefined)) return undefined;
    const inRows = field.kind !== 'group' && row?.startsWith('row-') === true;
    const answer = answerTo(field, row, inRows ? keyOf(id, anyRow) : key);
    if (answer === undefined) return undefined;
    const given = inRows ? rowAnswer(scope, wanted, { field, key, row: row ?? '' }, answer) : answer;
    counted.set(key, given);
    return given;
  });
  const walked = walk(model, answers, today);
  return {
    walked,
    example: {
      today,
      answers: [...answers].filter(([key]) => walked.counted.has(key)),
      path: walked.path.map(addressOf),
      outcome: walked.outcome,
      settings: space.free ? differences(space.model, values) : {},
    },
  };
};

const itemsOf = (model: Model, setting: string): readonly SettingItem[] => {
  const value = model.settings.values[setting];
  return Array.isArray(value) ? value : [];
};

/** How many rows an example needs, and how many ticks of one class. */
const rowsWanted = ({ policy }: Model, { solution }: Found) => {
  const amounts = [...solution.amounts].filter(([key]) => key.startsWith('rows '));
  const counts = amounts.length === 0 ? [] : policy.values.filter((value) => value.kind === 'count');
  return {
    ticks: (field: string): number =>
      Math.max(
        1,
        ...counts.flatMap(({ id, over }) =>
          over && 'chosen' in over && over.chosen === field
            ? amounts.flatMap(([key, amount]) => (key.endsWith(` of ${id}`) ? [amount] : []))
            : [],
        ),
      ),
    /** The counts over a group's rows, and how many rows each must count. */
    of: (group: Group) =>
      counts.flatMap(({ id, over, where }) => {
        if (!over || !('group' in over) || over.group !== group.id) return [];
        const rows = solution.amounts.get(`rows 0 of ${id}`);
        return rows === undefined ? [] : [{ where, rows }];
      }),
  };
};

/** The answer in a row, changed where the row must be counted and would not be, or the other way round. */
const rowAnswer = (
  scope: Scope,
  wanted: ReturnType<typeof rowsWanted>,
  { field, key, row }: { readonly field: SimpleField | Group; readonly key: Key; readonly row: string },
  answer: Answer,
): Answer => {
  const { model, counted } = scope;
  const group = model.places.get(field.id)?.group;
  if (!group || (field.kind !== 'choice' && field.kind !== 'scale')) return answer;
  const counts = wanted.of(group);
  const index = Number(row.slice('row-'.length));
  const fits = (one: Answer): boolean =>
    counts.every(({ where, rows }) => {
      const tried = { ...scope, counted: new Map([...counted, [key, one]]) };
      return where.every((condition) => holdsReally(tried, condition, row)) === index <= rows;
    });
  const others = candidates(model, field);
  return [answer, ...others].find(fits) ?? answer;
};

const candidates = (model: Model, field: SimpleField): readonly Answer[] =>
  field.kind === 'scale'
    ? (model.lists.get(field.levels)?.items ?? []).flatMap(({ score }) => (score === undefined ? [] : [score]))
    : optionsOf(model, field).map(({ id }) => id);
