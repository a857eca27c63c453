import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** What a page will tell of, begun before an act and waited for after it. */
const begunEarly = /= *\w+\.waitFor(Event|Request|Response)\(/;

// What fails in between leaves a promise that is rejected once its test is over, and fails a run whose tests have passed.
test('no test waits for an event in two steps: tests/support/coming.ts has the one way', () => {
  const scripts = ['tests', 'scripts'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  );
  const read = scripts.filter((name) => /\.(ts|tsx|mjs)$/.test(name));
  expect(read.filter((name) => begunEarly.test(readFileSync(name, 'utf8')))).toEqual([]);
  expect(read.length).toBeGreaterThan(300);
});
