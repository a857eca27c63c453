import { Memo } from './memo';
import { type Diagram, Nodes, type Variable } from './nodes';
import type { Term } from './term';

/** What diagrams are made of, read off them without making any. */
export class Reading extends Nodes {
  private readonly visited = new Memo();

  /** The variables that some diagrams ask. */
  support(...diagrams: readonly Diagram[]): ReadonlySet<Variable> {
    const found = new Set<Variable>();
    for (const node of this.nodes(diagrams)) {
      const variable = this.variableOf(node);
      if (variable) found.add(variable);
    }
    return found;
  }

  /** The terms that a diagram can come to. */
  outcomes(diagram: Diagram): readonly Term[] {
    return this.nodes([diagram])
      .filter((node) => this.isLeaf(node))
      .map((node) => this.termOf(node));
  }

  /** Every node of some diagrams. */
  nodes(diagrams: readonly Diagram[]): readonly Diagram[] {
    const { visited } = this;
    visited.begin();
    const found: Diagram[] = [];
    const left = [...diagrams];
    for (let node = left.pop(); node !== undefined; node = left.pop()) {
      if (visited.get(node) !== undefined) continue;
      visited.set(node, 1);
      found.push(node);
      const size = this.sizeOf(node);
      for (let value = 0; value < size; value += 1) left.push(this.child(node, value));
    }
    return found;
  }
}
