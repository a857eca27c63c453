export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}
export const countTests: (report: object | undefined, succeeded: boolean) => Tally;
