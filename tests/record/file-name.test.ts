import { expect, test } from 'vitest';
import { fileNameOf } from '../../src/record/file-name';

test.each([
  ['E-12345-ABCDE-2026-11-22.pdf', 1, 'record'],
  ['E-12345-ABCDE-r3-2026-11-22.pdf', 3, 'record'],
  ['PRACTICE-E-12345-ABCDE-2026-11-22.pdf', 1, 'practice'],
] as const)('a record is called %s', (name, revision, kind) => {
  expect(fileNameOf('E-12345-ABCDE', revision, '2026-11-22', kind)).toBe(name);
});
