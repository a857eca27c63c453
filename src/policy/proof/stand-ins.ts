import type { Diagram, Diagrams, Operation, Variable } from './diagram';

/** A condition of fewer nodes stands for itself. */
const worthStandingFor = 30;

/** A variable, the condition that it stands for, and where it is what it stands for. */
interface StandIn {
  readonly variable: Variable;
  readonly condition: Diagram;
  readonly is: Diagram;
}

/**
 * Variables that stand for conditions: those on which pages are asked, for one. What a rule comes to is worked out with
 * these, so that the whole way to a page is not carried through every step of what is read there. A diagram with
 * stand-ins is open; with `is` of each of them it says the same as the settled one.
 */
export class StandIns {
  private readonly made = new Map<Diagram, Diagram>();
  private readonly byVariable = new Map<Variable, StandIn>();
  private readonly settled = new Map<Diagram, Diagram>();
  private readonly joined = new Map<string, Diagram>();
  private readonly settling: Operation;

  constructor(private readonly diagrams: Diagrams) {
    const { no } = diagrams;
    this.settling = diagrams.operation((node, meaning) => {
      if (!diagrams.isOpen(node)) return node;
      const [left, right] = [diagrams.levelOf(node), diagrams.levelOf(meaning)];
      // all that a stand-in depends on comes before it: by now it has come out
      if (right > left || diagrams.variableOf(meaning)?.isStandIn !== true) return undefined;
      const value = diagrams.child(meaning, 0) === no ? 1 : 0;
      const next = left === right ? diagrams.child(node, value) : node;
      return diagrams.combine(this.settling, next, diagrams.child(meaning, value));
    });
  }

  get all(): readonly StandIn[] {
    return [...this.byVariable.values()];
  }

  /** What a variable stands for; `yes` for one that stands for nothing. */
  meaningOf(variable: Variable): Diagram {
    return this.byVariable.get(variable)?.condition ?? this.diagrams.yes;
  }

  /** What stands for a condition: itself where it is small. */
  standFor(open: Diagram): Diagram {
    const { diagrams } = this;
    const condition = this.settle(open);
    const known = this.made.get(condition);
    if (known !== undefined) return known;
    if (diagrams.nodes([condition]).length < worthStandingFor) return condition;
    const level = diagrams.deepest(condition) + (this.made.size + 1) / 1e10;
    const variable: Variable = { name: `stands for ${condition}`, size: 2, level, isStandIn: true };
    const [no, yes] = [diagrams.no, diagrams.yes];
    const made = diagrams.branch(variable, [no, yes]);
    const is = diagrams.choose(condition, made, diagrams.branch(variable, [yes, no]));
    this.byVariable.set(variable, { variable, condition, is });
    this.made.set(condition, made);
    return made;
  }

  /** The diagram with every condition in its place. */
  settle(diagram: Diagram): Diagram {
    const { diagrams } = this;
    if (!diagrams.isOpen(diagram)) return diagram;
    const known = this.settled.get(diagram);
    if (known !== undefined) return known;
    const open = [...diagrams.support(diagram)]
      .flatMap((variable) => this.byVariable.get(variable) ?? [])
      .sort((a, b) => a.variable.level - b.variable.level);
    const name = open.map(({ is }) => is).join(' ');
    const joined = this.joined.get(name) ?? diagrams.and(...open.map(({ is }) => is));
    this.joined.set(name, joined);
    const made = diagrams.combine(this.settling, diagram, joined);
    this.settled.set(diagram, made);
    return made;
  }
}
