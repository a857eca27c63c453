import { describe, expect, it } from 'vitest';
import { canaries, rightFiles } from './canaries';
import { lintFiles } from './lint';

const complaints = lintFiles({
  ...rightFiles,
  ...Object.fromEntries(canaries.map(({ file, text }) => [file, text])),
});

describe('a file that breaks a law of the house is reported', () => {
  it.each(canaries)('$law', ({ file, rule, says }) => {
    const found = complaints.filter((complaint) => complaint.file === file);
    expect(found.map((complaint) => complaint.rule)).toContain(rule);
    if (says !== undefined) expect(found.map(({ message }) => message).join('\n')).toMatch(says);
  });
});

describe('a file that keeps the laws is not', () => {
  // a cycle is reported in both its files
  const right = Object.keys(rightFiles).filter((file) => file !== 'src/record/wrong-back.ts');
  it.each(right)('%s', (file) => {
    expect(complaints.filter((complaint) => complaint.file === file)).toEqual([]);
  });
});
