// Counting tests, for the closing line of `npm test`.

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

/**
 * A check that passes or fails as a whole.
 * @param {boolean} passed
 * @returns {Tally}
 */
export const whole = (passed) => ({ passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 });

/** @param {readonly Tally[]} tallies */
export const sum = (tallies) =>
  tallies.reduce(
    (all, one) => ({
      passed: all.passed + one.passed,
      failed: all.failed + one.failed,
      skipped: all.skipped + one.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );

/** A test file that fails without a failed test (it cannot be loaded, a hook throws) counts as one failure. */
const failuresIn = ({ status, assertionResults }) =>
  Math.max(assertionResults.filter((test) => test.status === 'failed').length, status === 'failed' ? 1 : 0);

/**
 * The tally of a Vitest run. A run that ended badly never counts as clean: not when it left no report, held no tests,
 * or failed outside every test (an unhandled rejection).
 * @param {object | undefined} report of Vitest's JSON reporter
 * @param {boolean} succeeded whether Vitest said so by its exit code
 * @returns {Tally}
 */
export const countTests = (report, succeeded) => {
  if (report === undefined) return whole(false);
  const failed = report.testResults.reduce((count, file) => count + failuresIn(file), 0);
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && !succeeded ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
};
