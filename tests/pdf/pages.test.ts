import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { Block, DocumentModel } from '../../src/pdf/document';
import { itWith, type Tool } from '../support/tools';
import { printed } from './printed';

const folder = mkdtempSync(join(tmpdir(), 'pages-'));

/** What stands on each page, a text for each line; running title and footer left out. */
const pagesOf = (pdftotext: Tool, model: DocumentModel): readonly (readonly string[])[] => {
  const path = join(folder, 'document.pdf');
  writeFileSync(path, printed(model, { attachments: [] }).bytes);
  return pdftotext('-layout', path, '-')
    .stdout.split('\f')
    .slice(0, -1)
    .map((page) =>
      page
        .split('\n')
        .map((line) => line.trim().replaceAll(/\s+/g, ' '))
        .filter((line) => line !== '')
        .slice(1, -1),
    );
};

const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, text });
const filler = (lines: number): Block => ({ kind: 'words', label: 'Note', text: 'words\n'.repeat(lines).trim() });
const table = (rows: number): Block => ({
  kind: 'table',
  columns: [{ heading: 'Field', share: 1 }],
  rows: Array.from({ length: rows }, (_, index) => [`row ${index + 1}`]),
});
const pairs = (rows: number): Block => ({
  kind: 'pairs',
  pairs: Array.from({ length: rows }, (_, index) => ({ label: `row ${index + 1}`, value: 'so' })),
});

/** Wherever the page ends: after each of these numbers of lines. */
const everywhere = Array.from({ length: 20 }, (_, index) => 34 + index);

describe('wherever a page ends', () => {
  itWith('pdftotext', 'what only leads to the next thing is not the last on it, nor a heading', (pdftotext) => {
    for (const lines of everywhere)
      for (const next of [pairs(2), table(30), filler(5)])
        for (const headings of [[heading(2, 'Why')], []]) {
          const leads: Block = { kind: 'paragraph', text: 'It rests on:' };
          for (const page of pagesOf(pdftotext, [heading(1, 'Title'), filler(lines), ...headings, leads, next]))
            expect(['It rests on:', 'Why']).not.toContain(page.at(-1));
        }
  });

  itWith('pdftotext', 'a small table is not parted, and of a large one no row stands alone', (pdftotext) => {
    for (const lines of everywhere)
      for (const block of [table(3), pairs(4), table(60), pairs(60)]) {
        const pages = pagesOf(pdftotext, [heading(1, 'Title'), filler(lines), block]);
        const rows = pages
          .map((page) => page.filter((line) => line.startsWith('row ')).length)
          .filter((count) => count > 0);
        expect(rows.filter((count) => count === 1)).toEqual([]);
        if (rows.reduce((sum, count) => sum + count) < 60) expect(rows).toHaveLength(1);
      }
  });

  itWith('pdftotext', 'the last row of a table does not stand alone, however many come before it', (pdftotext) => {
    for (let count = 30; count <= 70; count++) {
      const pages = pagesOf(pdftotext, [heading(1, 'Title'), table(count)]);
      const rows = pages.map((page) => page.filter((line) => line.startsWith('row ')).length);
      expect(rows.at(-1)).toBeGreaterThan(1);
    }
  });
});
