import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { longTests } from '../../scripts/long-tests.mjs';

test.each(longTests)('what a developer’s run leaves out is there to be run: %s', (name) => {
  expect(existsSync(`tests/e2e/${name}.test.ts`)).toBe(true);
});
