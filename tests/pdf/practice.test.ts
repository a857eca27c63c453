import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { itWith } from '../support/tools';
import { madeRecord } from '../verify/made';

/** The pages of a PDF as text. */
const pagesOf = (pdftotext: (...args: readonly string[]) => { stdout: string }, pdf: Uint8Array): readonly string[] => {
  const folder = mkdtempSync(join(tmpdir(), 'practice-'));
  const file = join(folder, 'record.pdf');
  writeFileSync(file, pdf);
  const { stdout } = pdftotext('-layout', file, '-');
  rmSync(folder, { recursive: true });
  return stdout.split('\f').filter((page) => page.trim() !== '');
};

itWith(
  'pdftotext',
  'a practice record says PRACTICE at the top of every page, and another on none',
  async (pdftotext) => {
    const practice = pagesOf(pdftotext, await madeRecord({ practice: true }));
    expect(practice.length).toBeGreaterThan(2);
    for (const page of practice) expect(page.trimStart().split('\n')[0]).toMatch(/^PRACTICE, decides nothing/);
    expect(practice[0]).toContain('PRACTICE: this record was made for practice');
    for (const page of pagesOf(pdftotext, await madeRecord())) expect(page).not.toContain('PRACTICE');
  },
);
