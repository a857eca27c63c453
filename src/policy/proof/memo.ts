/** What was worked out for some nodes in one go: two arrays that are used again and again rather than a map for each. */
export class Memo {
  private rounds = new Int32Array(1 << 16);
  private values = new Int32Array(1 << 16);
  private round = 1;

  /** Forgets all. */
  begin(): void {
    this.round += 1;
  }

  get(node: number): number | undefined {
    return this.rounds[node] === this.round ? this.values[node] : undefined;
  }

  set(node: number, value: number): void {
    if (node >= this.rounds.length) {
      const size = Math.max(node + 1, this.rounds.length * 2);
      const [rounds, values] = [new Int32Array(size), new Int32Array(size)];
      rounds.set(this.rounds);
      values.set(this.values);
      [this.rounds, this.values] = [rounds, values];
    }
    this.rounds[node] = this.round;
    this.values[node] = value;
  }
}
