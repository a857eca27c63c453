import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Block, DocumentModel } from '../../src/pdf/document';
import { listedIn } from '../../src/pdf/print/contents';
import { binary, textString } from '../../src/pdf/tagged/tokens';
import { itWith, type Tool } from '../support/tools';
import { printed } from './printed';

const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, text });
const contents: Block = { kind: 'contents', title: 'Contents' };
const filler = (lines: number): Block => ({ kind: 'words', label: 'Note', text: 'words\n'.repeat(lines).trim() });

/** So many pages without a table of contents, each under a heading. */
const paged = (pages: number): DocumentModel => [
  heading(1, 'Title'),
  contents,
  ...Array.from({ length: pages - 1 }, (_, index): readonly Block[] => [
    { kind: 'pageBreak' },
    heading(2, `Section ${index + 2}`),
  ]).flat(),
];

const file = (model: DocumentModel): string => binary(printed(model, { attachments: [] }).bytes);
const all = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, one = '']) => one);
const links = (text: string): readonly string[] => all(text, /<< (\/Type \/Annot \/Subtype \/Link .*) >>\nendobj/g);
const dest = (text: string): string => /\/Dest (\[.*? null\])/.exec(text)?.[1] ?? '';

it('stands in documents of over four pages, and in no others', () => {
  expect(links(file(paged(4)))).toEqual([]);
  expect(file(paged(4))).not.toContain('/S /TOC');
  expect(links(file(paged(5)))).toHaveLength(4);
});

it('lists parts and sections, but neither smaller headings nor the title of a document of one part', () => {
  const at = (level: 1 | 2 | 3, text: string) => ({ level, text, page: 1, top: 700 });
  const names = (...list: readonly ReturnType<typeof at>[]) => listedIn(list, 'Contents').map(({ text }) => text);
  const sections = [at(2, 'A'), at(2, 'Contents'), at(3, 'a'), at(2, 'B')];
  expect(names(at(1, 'Title'), ...sections)).toEqual(['A', 'B']);
  expect(names(at(1, 'Title'), ...sections, at(1, 'Part'), at(2, 'C'))).toEqual(['Title', 'A', 'B', 'Part', 'C']);
});

it('leads to where the bookmarks lead, on the page that it names, whatever the document', () => {
  const block = fc.oneof(
    fc.record({ lines: fc.integer({ min: 1, max: 70 }) }).map(({ lines }) => filler(lines)),
    fc
      .record({ level: fc.constantFrom<1 | 2>(1, 2), text: fc.constantFrom('A', 'long '.repeat(35).trim(), 'Tŷ') })
      .map(({ level, text }) => heading(level, text)),
    fc.constant<Block>({ kind: 'pageBreak' }),
  );
  fc.assert(
    fc.property(fc.array(block, { minLength: 8, maxLength: 40 }), fc.nat({ max: 8 }), (blocks, at) => {
      const model = [heading(1, 'Title'), ...blocks.slice(0, at), contents, ...blocks.slice(at)];
      const text = file(model);
      const found = links(text);
      const parts = model.filter((one) => one.kind === 'heading' && one.level === 1).length;
      const outlined = all(text, /(\/Title <.*? null\])/g);
      const wanted = outlined.flatMap((bookmark) => {
        const own = bookmark.includes(`${textString('Contents')} `);
        const lone = parts === 1 && bookmark.includes(`${textString('Title')} `);
        return own || lone ? [] : [dest(bookmark)];
      });
      expect(found.map(dest).toSorted()).toEqual(found.length === 0 ? [] : wanted.toSorted());
      // Pages are objects 3, 5, 7 …, in their order.
      for (const link of found) {
        const page = (Number(/\d+/.exec(dest(link))?.[0]) - 1) / 2;
        expect(link).toMatch(new RegExp(`/Contents <FEFF[0-9A-F]*${textString(`, ${page}`).slice(5, -1)}> `));
      }
    }),
    { numRuns: 40 },
  );
});

it('gives each link its own place in the tree of parents, beside those of the pages', () => {
  const text = file(paged(6));
  const keys = all(text, /\/StructParent (\d+)/g).map(Number);
  expect(keys).toEqual([6, 7, 8, 9, 10]);
  const [numbers = ''] = all(text, /\/Nums \[(.*)\] >>/g);
  for (const key of keys) {
    const [, id = ''] = new RegExp(` ${key} (\\d+) 0 R`).exec(numbers) ?? [];
    expect(text).toMatch(new RegExp(`\\n${id} 0 obj\\n<< /Type /StructElem /S /Link .*/Type /OBJR`));
  }
  expect(text).toContain('/ParentTreeNextKey 11');
  for (const link of links(text)) expect(link).toMatch(/\/Border \[0 0 0\] \/F 4 .*\/Contents <FEFF/);
});

it('stands in two columns of about the same height, and leaves fewer than three entries alone on no page', () => {
  for (let sections = 76; sections <= 132; sections += sections < 100 ? 4 : 1) {
    const body = Array.from({ length: sections }, (_, index) => [heading(2, `Section ${index + 1}`), filler(2)]).flat();
    const found = links(file([heading(1, 'Title'), filler(25), contents, ...body]));
    expect(found).toHaveLength(sections);
    const counts = new Map<string, number[]>();
    for (const link of found) {
      const columns = counts.get(/\/P (\d+) 0 R/.exec(link)?.[1] ?? '') ?? [0, 0];
      const column = Number(/\/Rect \[([\d.]+)/.exec(link)?.[1]) < 200 ? 0 : 1;
      counts.set(/\/P (\d+) 0 R/.exec(link)?.[1] ?? '', columns.with(column, (columns[column] ?? 0) + 1));
    }
    for (const [first = 0, second = 0] of counts.values()) {
      expect(first + second).toBeGreaterThanOrEqual(3);
      expect(Math.abs(first - second)).toBeLessThanOrEqual(2);
    }
  }
});

itWith('pdftotext', 'names the page on which each section is found', (pdftotext) => {
  const path = join(mkdtempSync(join(tmpdir(), 'contents-')), 'long.pdf');
  const model = Array.from({ length: 30 }, (_, index) => [
    heading(2, `Section ${index}, ${'ŵ '.repeat(index * 5).trim()}.`),
    filler(index * 4 + 1),
  ]).flat();
  writeFileSync(path, printed([heading(1, 'Title'), contents, ...model]).bytes);
  const pages = pdftotext('-raw', path, '-').stdout.split('\f');
  const listed = pages.slice(0, 2).flatMap((page) => all(page, /^(Section \d+,.*)$/gm));
  expect(listed.length).toBeGreaterThanOrEqual(30);
  const entries = all(pages.slice(0, 2).join('\n'), /(Section \d+,[^.]*\. +\d+)$/gm);
  expect(entries).toHaveLength(30);
  for (const entry of entries) {
    const [, name = '', page = ''] = /^(Section \d+,)[^]*?(\d+)$/.exec(entry) ?? [];
    expect(pages[Number(page) - 1]).toMatch(new RegExp(`^${name}`, 'm'));
  }
});

const listing = (pdftotext: Tool, sections: number): readonly string[] => {
  const path = join(mkdtempSync(join(tmpdir(), 'contents-')), 'long.pdf');
  const body = Array.from({ length: sections }, (_, index) => [heading(2, `Section ${index + 1}`), filler(9)]).flat();
  writeFileSync(path, printed([heading(1, 'Title'), filler(20), contents, ...body]).bytes);
  return pdftotext('-raw', path, '-').stdout.split('\f');
};
const entry = /^Section (\d+) +(\d+)$/gm;

itWith('pdftotext', 'is not parted where it fits on one page', (pdftotext) => {
  const pages = listing(pdftotext, 35);
  expect(pages.filter((page) => page.match(entry)).map((page) => page.match(entry)?.length)).toEqual([35]);
});

itWith('pdftotext', 'goes on over as many pages as it takes, and its page numbers are right', (pdftotext) => {
  const pages = listing(pdftotext, 150);
  const listed = pages.map((page) => [...page.matchAll(entry)].map(([, section, page_]) => [section, page_] as const));
  const counts = listed.map(({ length }) => length).filter((length) => length > 0);
  expect(counts.length).toBeGreaterThan(2);
  expect(counts.reduce((sum, count) => sum + count)).toBe(150);
  expect(Math.min(...counts)).toBeGreaterThanOrEqual(3);
  for (const [section, page] of listed.flat())
    expect(pages[Number(page) - 1]).toMatch(new RegExp(`^Section ${section}$`, 'm'));
});
