import { isIsoMonth } from '../../base/calendar';
import { comparisonOf, type Comparison, type Condition, type Literal, type Operand, type Rows } from '../expression';
import type { DerivedValue } from '../value';
import { keyOf, partsOfKey } from '../answer';
import type { AnswerSpace } from './answer-space';
import { dateOf, foldOf, furthestOf } from './amounts';
import { areEqual, type Order } from './comparisons';
import type { Diagram, Operation } from './diagram';
import { othersOf } from './more-rows';
import { readsIn, type Reads } from './reads-of';
import { settingTerm, type Space } from './space';
import { type Amount, dateNumber, isQuantity, isWords, type Term } from './term';

/** A row that may be there, and where it is. */
export interface Row {
  readonly id: string;
  readonly there: Diagram;
}

/** A field as far as it counts: read as not answered where it is not asked. */
export interface Counted extends AnswerSpace {
  readonly asked: Diagram;
}

/** What a walk has come to: the fields asked so far, and the outcome once there is one. */
export interface Moment {
  readonly name: string;
  readonly outcome: Diagram;
}

/** The name of the guess that a date is given as a month. */
export const givenAsMonth = (key: string): string => `${key} is a month`;

/** The row that stands for each of those that officers add. */
export const anyRow = '*';

/** Every rule of a policy as a diagram over the answers: what operands come to, and where conditions hold. */
export class Rules {
  readonly counted = new Map<string, Counted>();
  private readonly readings = new Map<string, Diagram>();
  private readonly reads: Reads;
  private readonly orders: Readonly<Record<Order, Operation>>;
  private readonly equality: Operation;
  private readonly pages = new Set<string>();

  constructor(
    readonly space: Space,
    readonly today: Amount,
  ) {
    this.reads = readsIn(space.model.policy);
    const isMonth = (term: Term): Diagram => {
      if (!isQuantity(term)) return space.leaf(typeof term === 'string' && isIsoMonth(term));
      const { shape } = term;
      return shape.kind === 'unknown' && shape.unknown.orMonth === true
        ? space.maybe(givenAsMonth(shape.unknown.key), [space.no, space.yes])
        : space.no;
    };
    this.equality = this.compare((a, b) => areEqual(space.comparisons, space.diagrams, isMonth, a, b));
    const order = (of: (a: Term) => Amount | undefined, holds: (a: Amount, b: Amount) => Diagram): Operation =>
      this.compare((left, right) => {
        const [a, b] = [of(left), of(right)];
        return a === undefined || b === undefined ? space.no : holds(a, b);
      });
    const atLeast = (a: Amount, b: Amount): Diagram => space.comparisons.atLeast(a, b);
    this.orders = {
      atLeast: order(numberOf, atLeast),
      atMost: order(numberOf, (a, b) => atLeast(b, a)),
      before: order(dayOf, (a, b) => space.not(atLeast(a, b))),
      after: order(dayOf, (a, b) => space.not(atLeast(b, a))),
    };
  }

  private compare(of: (a: Term, b: Term) => Diagram): Operation {
    const { diagrams } = this.space;
    return diagrams.operation((a, b) =>
      diagrams.isLeaf(a) && diagrams.isLeaf(b) ? of(diagrams.termOf(a), diagrams.termOf(b)) : undefined,
    );
  }

  /** All fields of a page count from now on. */
  pageIsAsked(page: string): void {
    this.pages.add(page);
  }

  private answersOf(field: string, row: string | undefined): Counted | undefined {
    const rows = this.space.model.places.get(field)?.rows;
    return this.counted.get(keyOf(field, rows === undefined ? undefined : row));
  }

  /** What an operand comes to, in a row where there is one. A count past `most` may stay there. */
  read(moment: Moment, operand: Operand, row?: string, most = Infinity): Diagram {
    const { space } = this;
    if (typeof operand !== 'object') return space.leaf(operand);
    const found = this.readSubject(moment, operand, 'row' in operand ? (operand.row ?? row) : row, most);
    const instead = 'else' in operand ? operand.else : undefined;
    return instead === undefined ? found : space.choose(space.isAnswered(found), found, space.leaf(instead));
  }

  private readSubject(
    moment: Moment,
    operand: Exclude<Operand, Literal>,
    row: string | undefined,
    most: number,
  ): Diagram {
    const { space } = this;
    if ('field' in operand) return this.whereAsked(operand.field, row, (answers) => answers.value);
    if ('score' in operand) return this.whereAsked(operand.score, row, (answers) => answers.score);
    if ('contact' in operand) return this.whereAsked(operand.contact, undefined, (answers) => answers.contact);
    if ('setting' in operand) return settingTerm(space, operand.setting);
    if ('value' in operand) {
      const value = space.model.values.get(operand.value);
      return value ? this.value(moment, value, value.each === undefined ? undefined : row, most) : space.none;
    }
    if ('raised' in operand) return this.count(this.raised(moment, operand.raised), most);
    if ('unsure' in operand) return this.unsureCount(most);
    if ('today' in operand) return space.leaf(this.today);
    return moment.outcome;
  }

  private whereAsked(field: string, row: string | undefined, part: (answers: AnswerSpace) => Diagram): Diagram {
    const answers = this.answersOf(field, row);
    return answers ? this.space.choose(answers.asked, part(answers), this.space.none) : this.space.none;
  }

  /** How many of some conditions hold, as far as `most`. */
  count(parts: readonly Diagram[], most = Infinity): Diagram {
    const { space } = this;
    if (most === 1) return space.choose(space.or(...parts), space.leaf(1), space.leaf(0));
    const { diagrams } = space;
    const adding = diagrams.operation((sum, part) => {
      if (part === space.no) return sum;
      if (part !== space.yes || !diagrams.isLeaf(sum)) return undefined;
      return space.leaf(Math.min(Number(diagrams.termOf(sum)) + 1, most));
    });
    return parts.reduce((sum, part) => diagrams.combine(adding, sum, part), space.leaf(0));
  }

  /** How many answers are "I'm not sure"; of the rows that officers add, any number may be. */
  private unsureCount(most: number): Diagram {
    const { space } = this;
    const keys = [...this.counted].filter(([, { unsure }]) => unsure !== space.no);
    const isAdded = (key: string): boolean => partsOfKey(key).row === anyRow;
    const certain = this.count(
      keys.filter(([key]) => !isAdded(key)).map(([, { asked, unsure }]) => space.and(asked, unsure)),
      most,
    );
    return keys
      .filter(([key]) => isAdded(key))
      .reduce((sum, [key, { asked, unsure }]) => {
        const rows = space.model.places.get(partsOfKey(key).field)?.rows;
        const many = rows === undefined ? 1 : this.mostRows(rows);
        if (rows === undefined || many === 1) return this.plus(sum, this.count([space.and(asked, unsure)]));
        const some = { key: `rows unsure of ${key}`, low: 0, high: many, level: this.levelOf(rows) };
        const there = this.rows(rows).find(({ id }) => id === anyRow)?.there ?? space.no;
        return space.choose(there, this.plus(sum, space.leaf(space.unknown(some))), sum);
      }, certain);
  }

  private plus(left: Diagram, right: Diagram): Diagram {
    const { space } = this;
    return foldOf(
      space,
      'sum',
      [left, right].map((is) => ({ there: space.yes, is })),
    );
  }

  /** Where each condition that falls due at one of some points is raised. */
  raised(moment: Moment, points?: readonly string[]): readonly Diagram[] {
    return this.space.model.policy.conditions
      .filter((rule) => !points || rule.due.some(({ point }) => points.includes(point)))
      .map((rule) => {
        const { space } = this;
        const due = rule.due.reduceRight(
          (rest, row) =>
            space.choose(
              row.when === undefined ? space.yes : this.holds(moment, row.when),
              space.leaf(!points || points.includes(row.point)),
              rest,
            ),
          space.no,
        );
        return space.and(this.holds(moment, rule.when), due);
      });
  }

  /** Where a condition holds, in a row where there is one. */
  holds(moment: Moment, condition: Condition, row?: string): Diagram {
    const { space } = this;
    if ('all' in condition) return space.and(...condition.all.map((part) => this.holds(moment, part, row)));
    if ('any' in condition) return space.or(...condition.any.map((part) => this.holds(moment, part, row)));
    if ('not' in condition) return space.not(this.holds(moment, condition.not, row));
    if ('answered' in condition) return this.answered(moment, condition.answered, row);
    const { subject, name, against } = comparisonOf(condition);
    if (name === 'oneOf')
      return space.or(
        ...(against as readonly Literal[]).map((literal) => this.comparison(moment, subject, 'is', literal, row)),
      );
    return this.comparison(moment, subject, name, against as Operand, row);
  }

  answered(moment: Moment, operand: Operand, row?: string): Diagram {
    const parts = this.parts(moment, operand, row);
    const { space } = this;
    if (parts) return space.or(...parts.of.map((part) => space.isAnswered(part)));
    return space.isAnswered(this.read(moment, operand, row));
  }

  private comparison(
    moment: Moment,
    subject: Operand,
    name: Exclude<Comparison, 'oneOf'>,
    against: Operand,
    row: string | undefined,
  ): Diagram {
    const { space } = this;
    if (name === 'includes') return this.includes(moment, subject, against, row);
    const most = typeof against !== 'number' ? Infinity : name === 'atLeast' ? against : against + 1;
    const other = this.read(moment, against, row);
    const operation = name === 'is' ? this.equality : this.orders[name];
    const combine = (left: Diagram): Diagram => {
      space.comparisons.after = space.diagrams.deepest(left, other);
      return space.diagrams.combine(operation, left, other);
    };
    const parts = name === 'is' ? undefined : this.parts(moment, subject, row);
    if (!parts && name !== 'is' && this.isAnySetting(other)) {
      const cases = this.cases(moment, subject, row);
      return space.or(...cases.map(({ where, is }) => space.and(where, this.compareAsWhole(is, name, other))));
    }
    if (!parts) return combine(this.read(moment, subject, row, most));
    const each = parts.of.map((part) => ({
      there: space.isAnswered(part),
      holds: combine(part),
    }));
    // the least is small where one part is, and large where all are; the greatest the other way round
    const one = (parts.way === 'least') === (name === 'atMost' || name === 'before');
    if (one) return space.or(...each.map(({ holds }) => holds));
    return space.and(
      space.or(...each.map(({ there }) => there)),
      ...each.map(({ there, holds }) => space.or(space.not(there), holds)),
    );
  }

  /** Whether this is a setting that may be anything. */
  private isAnySetting(diagram: Diagram): boolean {
    const terms = this.space.free ? this.space.diagrams.outcomes(diagram) : [];
    return (
      terms.some(isQuantity) &&
      terms.every((term) => !isQuantity(term) || term.unknowns.every(({ level }) => level < 0))
    );
  }

  /** Many values against a setting that may be anything: which of them meets which is left open. */
  private compareAsWhole(left: Diagram, order: Order, right: Diagram): Diagram {
    const { space } = this;
    if (space.diagrams.isLeaf(left)) return space.diagrams.combine(this.orders[order], left, right);
    space.comparisons.after = space.diagrams.deepest(left);
    const both = space.and(space.isAnswered(left), space.isAnswered(right));
    return space.and(both, space.comparisons.asWhole(left, order, right));
  }

  /** What an operand comes to, case by case, each without the conditions on which its answers are asked. */
  private cases(moment: Moment, operand: Operand, row: string | undefined): readonly Case[] {
    const { space } = this;
    const whole = (): readonly Case[] => [{ where: space.yes, is: this.read(moment, operand, row) }];
    if (typeof operand !== 'object' || ('else' in operand && operand.else !== undefined)) return whole();
    if ('field' in operand) {
      const answers = this.answersOf(operand.field, operand.row ?? row);
      return answers ? [{ where: answers.asked, is: answers.value }] : [];
    }
    const value = 'value' in operand ? space.model.values.get(operand.value) : undefined;
    const at = value?.each === undefined || !('value' in operand) ? undefined : (operand.row ?? row);
    if (value?.kind === 'table') {
      let left = space.yes;
      return value.rows.flatMap(({ when, then }) => {
        const here = when === undefined ? space.yes : this.holds(moment, when, at);
        const taken = space.and(left, here);
        left = space.and(left, space.not(here));
        return narrowed(space, taken, this.cases(moment, then, at));
      });
    }
    if ((value?.kind !== 'sum' && value?.kind !== 'product') || value.over !== undefined) return whole();
    const { kind } = value;
    const parts = value.of.map((part) => this.cases(moment, part, at));
    if (parts.reduce((all, { length }) => all * length, 1) > mostCases) return whole();
    return parts.reduce<readonly Case[]>(
      (all, part) =>
        all.flatMap((one) =>
          narrowed(
            space,
            one.where,
            part.map(({ where, is }) => ({
              where,
              is: foldOf(
                space,
                kind,
                [one, { is }].map((each) => ({ there: space.yes, is: each.is })),
              ),
            })),
          ),
        ),
      [{ where: space.yes, is: space.leaf(kind === 'sum' ? 0 : 1) }],
    );
  }

  private includes(moment: Moment, subject: Operand, against: Operand, row: string | undefined): Diagram {
    const { space } = this;
    if (typeof subject !== 'object' || !('field' in subject)) return space.no;
    const answers = this.answersOf(subject.field, subject.row ?? row);
    if (!answers) return space.no;
    const ids = this.read(moment, against, row);
    const held = space.diagrams.map(ids, (id) => {
      if (typeof id === 'string') return answers.includes(id);
      return isWords(id) ? space.maybe(`${subject.field} holds ${id.key}`, [space.no, space.yes]) : space.no;
    });
    return space.and(answers.asked, held);
  }

  /** The rows of a source. Of those that officers add, one stands for all. */
  rows(rows: Rows): readonly Row[] {
    const { space } = this;
    if ('list' in rows)
      return (space.model.lists.get(rows.list)?.items ?? []).map(({ id }) => ({ id, there: space.yes }));
    if ('group' in rows) {
      const group = this.counted.get(rows.group);
      return group ? [{ id: anyRow, there: space.and(group.asked, group.answered) }] : [];
    }
    const answers = this.counted.get(rows.chosen);
    return (answers?.ticked ?? []).map(({ choice, holds }) => ({
      id: typeof choice.term === 'string' ? choice.term : anyRow,
      there: space.and(answers?.asked ?? space.no, holds),
    }));
  }

  /** The parts of a least or greatest of many, which are compared one by one: together they would be too many. */
  private parts(
    moment: Moment,
    operand: Operand,
    row: string | undefined,
  ): { readonly way: 'least' | 'greatest'; readonly of: readonly Diagram[] } | undefined {
    if (typeof operand !== 'object' || !('value' in operand) || operand.else !== undefined) return undefined;
    const value = this.space.model.values.get(operand.value);
    const at = value?.each === undefined ? undefined : (operand.row ?? row);
    if (value?.kind === 'date') {
      const inner = this.parts(moment, value.from, at);
      return (
        inner && { ...inner, of: inner.of.map((part) => dateOf(this.space, part, this.period(moment, value, at))) }
      );
    }
    if (value?.kind !== 'earliest' && value?.kind !== 'maximum') return undefined;
    const way = value.kind === 'earliest' ? 'least' : 'greatest';
    return {
      way,
      of: this.readAll(moment, value, at).map(({ there, is }) => this.space.choose(there, is, this.space.none)),
    };
  }

  private readAll(
    moment: Moment,
    value: Extract<DerivedValue, { kind: 'sum' | 'product' | 'maximum' | 'earliest' }>,
    row: string | undefined,
  ): readonly { readonly there: Diagram; readonly is: Diagram }[] {
    const { space } = this;
    const { of, over } = value;
    const rows = over === undefined ? [{ id: row, there: space.yes }] : this.rows(over);
    return rows.flatMap(({ id, there }) =>
      of.flatMap((operand, index) => {
        const is = this.read(moment, operand, id);
        const others = over !== undefined && id === anyRow ? this.mostRows(over) - 1 : 0;
        if (others < 1 || over === undefined) return [{ there, is }];
        const more = space.and(there, space.maybe(`rows more of ${value.id}`, [space.no, space.yes]));
        const name = `${value.id} ${index}`;
        return [
          { there, is },
          { there: more, is: othersOf(space, name, value.kind, is, others, this.levelOf(over)) },
        ];
      }),
    );
  }

  private period(moment: Moment, value: Extract<DerivedValue, { kind: 'date' }>, row: string | undefined) {
    const amount = (operand: Operand | undefined): Diagram =>
      operand === undefined ? this.space.leaf(0) : this.read(moment, operand, row);
    const { years, months, days, workingDays } = value.plus;
    return { years: amount(years), months: amount(months), days: amount(days), workingDays: amount(workingDays) };
  }

  private value(moment: Moment, value: DerivedValue, row: string | undefined, most: number): Diagram {
    const settled = this.reads.isSettled(value.id, this.pages);
    const key = `${settled ? '' : moment.name} ${keyOf(value.id, row)} ${most}`;
    const known = this.readings.get(key);
    if (known !== undefined) return known;
    const made = this.derive(moment, value, row, most);
    this.readings.set(key, made);
    return made;
  }

  private derive(moment: Moment, value: DerivedValue, row: string | undefined, most: number): Diagram {
    const { space } = this;
    switch (value.kind) {
      case 'sum':
      case 'product':
        return foldOf(space, value.kind, this.readAll(moment, value, row));
      case 'maximum':
      case 'earliest':
        return furthestOf(space, value.kind === 'maximum' ? 'greatest' : 'least', this.readAll(moment, value, row));
      case 'count':
        return this.countOf(moment, value, row, most);
      case 'band':
        return this.band(moment, value, row);
      case 'table':
        return value.rows.reduceRight(
          (rest, { when, then }) =>
            space.choose(
              when === undefined ? space.yes : this.holds(moment, when, row),
              this.read(moment, then, row),
              rest,
            ),
          space.none,
        );
      case 'date':
        return dateOf(space, this.read(moment, value.from, row), this.period(moment, value, row));
    }
  }

  private countOf(
    moment: Moment,
    value: Extract<DerivedValue, { kind: 'count' }>,
    row: string | undefined,
    most: number,
  ): Diagram {
    const { space } = this;
    if (value.over === undefined)
      return this.count(
        value.where.map((part) => this.holds(moment, part, row)),
        most,
      );
    const rows = this.rows(value.over).map(({ id, there }) => ({
      id,
      there,
      holds: space.and(there, ...value.where.map((part) => this.holds(moment, part, id))),
    }));
    const certain = this.count(
      rows.filter(({ id }) => id !== anyRow).map(({ holds }) => holds),
      most,
    );
    const { over } = value;
    return rows
      .filter(({ id }) => id === anyRow)
      .reduce((sum, { there, holds }, index) => {
        if (holds === space.no) return sum;
        // of rows that officers add, none or all may be meant; an option that is ticked is at least one
        const others = space.unknown({
          key: `rows ${index} of ${value.id}`,
          low: 'chosen' in over ? 1 : 0,
          high: this.mostRows(over),
          level: this.levelOf(over),
        });
        const more = this.plus(sum, space.leaf(others));
        return space.choose('chosen' in over ? holds : there, more, sum);
      }, certain);
  }

  private mostRows(rows: Rows): number {
    const field = 'group' in rows ? this.space.model.places.get(rows.group)?.field : undefined;
    return field?.kind === 'group' ? (field.max ?? 50) : 200;
  }

  private levelOf(rows: Rows): number {
    const answers = 'list' in rows ? undefined : this.counted.get('group' in rows ? rows.group : rows.chosen);
    return answers?.variables[0]?.level ?? 0;
  }

  private band(moment: Moment, value: Extract<DerivedValue, { kind: 'band' }>, row: string | undefined): Diagram {
    const { space } = this;
    const reading = this.read(moment, value.of, row);
    const bands = value.bands.map(({ from, then }) => ({ from: this.read(moment, from, row), then }));
    const reached = bands.map(({ from }) => space.diagrams.combine(this.orders.atLeast, reading, from));
    return bands.reduceRight((rest, { from, then }, index) => {
      const highest = bands.map((other, at) => {
        if (at === index) return space.yes;
        const lower = space.diagrams.combine(this.orders.atLeast, from, other.from);
        const higher = space.diagrams.combine(this.orders.atLeast, other.from, from);
        return space.or(space.not(reached[at] ?? space.no), at > index ? lower : space.and(lower, space.not(higher)));
      });
      return space.choose(space.and(reached[index] ?? space.no, ...highest), space.leaf(then), rest);
    }, space.none);
  }
}

interface Case {
  readonly where: Diagram;
  readonly is: Diagram;
}

/** More cases than these are not taken apart. */
const mostCases = 8;

const narrowed = (space: Space, where: Diagram, cases: readonly Case[]): readonly Case[] =>
  cases.map((one) => ({ ...one, where: space.and(where, one.where) })).filter((one) => one.where !== space.no);

const numberOf = (term: Term): Amount | undefined =>
  typeof term === 'number' || (isQuantity(term) && term.sort === 'number') ? (term as Amount) : undefined;

const dayOf = (term: Term): Amount | undefined => (isQuantity(term) && term.sort === 'date' ? term : dateNumber(term));
