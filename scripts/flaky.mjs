// A reporter for Vitest: writes down each test that failed and then passed, for `npm test` to end with.
import { appendFileSync } from 'node:fs';
import process from 'node:process';

export default class FlakyReporter {
  /** @param {import('vitest/node').TestCase} test */
  onTestCaseResult(test) {
    const log = process.env.FLAKY_LOG;
    if (log === undefined || !test.diagnostic()?.flaky) return;
    appendFileSync(log, `${test.module.relativeModuleId}: ${test.fullName}\n`);
  }
}
