import { comparisonOf, type Comparison, type Condition, type Literal, type Operand, type Rows } from '../expression';
import type { DerivedValue } from '../value';
import { keyOf } from '../answer';
import type { AnswerSpace } from './answering';
import { dateOf } from './amounts';
import { casesOf, compareAsWhole, isAnySetting } from './cases';
import type { Order } from './comparison';
import { derive, period } from './derived';
import { readAll, unsureCount } from './in-rows';
import type { Diagram, Operation } from './diagram';
import { anyRow, type Counted, type Moment, type Row } from './moment';
import { isOfRow } from './of-row';
import { operationsOf } from './operations';
import { settledIn } from './settled';
import type { RuleReader } from './rule-reader';
import { settingTerm } from './setting-term';
import type { Space } from './space';
import { type Amount, isWords } from './term';

/** Every rule of a policy as a diagram over the answers: what operands come to, and where conditions hold. */
export class Rules implements RuleReader {
  readonly counted = new Map<string, Counted>();
  private readonly readings = new Map<string, Diagram>();
  private readonly isSettled: ReturnType<typeof settledIn>;
  readonly orders: Readonly<Record<Order, Operation>>;
  private readonly equality: Operation;
  private readonly pages = new Set<string>();

  constructor(
    readonly space: Space,
    readonly today: Amount,
  ) {
    this.isSettled = settledIn(space.model);
    ({ equality: this.equality, orders: this.orders } = operationsOf(space));
  }

  /** All fields of a page count from now on. */
  pageIsAsked(page: string): void {
    this.pages.add(page);
  }

  /** What a field is answered with in a row, where it counts. */
  answersOf(field: string, row: string | undefined): Counted | undefined {
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
    if ('unsure' in operand) return unsureCount(this, most, operand.but);
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
    // what is the same in every row is worked out once, and in the rows something small stands for it
    if (row !== undefined && !isOfRow(space.model, condition))
      return space.standIns.standFor(this.holds(moment, condition));
    if ('answered' in condition) return this.answered(moment, condition.answered, row);
    const { subject, name, against } = comparisonOf(condition);
    if (name === 'oneOf')
      return space.or(
        ...(against as readonly Literal[]).map((literal) => this.comparison(moment, subject, 'is', literal, row)),
      );
    return this.comparison(moment, subject, name, against as Operand, row);
  }

  answered(moment: Moment, operand: Operand, row?: string): Diagram {
    const { space } = this;
    if (typeof operand === 'object' && 'value' in operand && operand.else === undefined) {
      const value = space.model.values.get(operand.value);
      const at = value?.each === undefined ? undefined : (operand.row ?? row);
      // what the rows of a table, or the parts of a least or greatest, come to need not be known
      if ((value?.kind === 'earliest' || value?.kind === 'maximum') && value.over === undefined)
        return space.or(...value.of.map((part) => this.answered(moment, part, at)));
      if (value?.kind === 'table')
        return value.rows.reduceRight((rest, { when, then }) => {
          const holds = when === undefined ? space.yes : this.holds(moment, when, at);
          return space.choose(holds, this.answered(moment, then, at), rest);
        }, space.no);
    }
    const parts = this.parts(moment, operand, row);
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
      space.comparisons.after = Math.max(space.diagrams.deepest(left), space.diagrams.deepest(other));
      return space.diagrams.combine(operation, left, other);
    };
    const parts = name === 'is' ? undefined : this.parts(moment, subject, row);
    if (!parts && name !== 'is' && isAnySetting(this, other)) {
      const cases = casesOf(this, moment, subject, row);
      return space.or(...cases.map(({ where, is }) => space.and(where, compareAsWhole(this, is, name, other))));
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
        inner && { ...inner, of: inner.of.map((part) => dateOf(this.space, part, period(this, moment, value, at))) }
      );
    }
    if (value?.kind !== 'earliest' && value?.kind !== 'maximum') return undefined;
    const way = value.kind === 'earliest' ? 'least' : 'greatest';
    return {
      way,
      of: readAll(this, moment, value, at).map(({ there, is }) => this.space.choose(there, is, this.space.none)),
    };
  }

  private value(moment: Moment, value: DerivedValue, row: string | undefined, most: number): Diagram {
    const settled = this.isSettled(value.id, this.pages);
    const key = `${settled ? '' : moment.name} ${keyOf(value.id, row)} ${most}`;
    const known = this.readings.get(key);
    if (known !== undefined) return known;
    const made = derive(this, moment, value, row, most);
    this.readings.set(key, made);
    return made;
  }
}
