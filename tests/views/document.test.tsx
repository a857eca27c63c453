import { writeFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { DocumentModel } from '../../src/pdf/document';
import { readable } from '../../src/pdf/read';
import { DocumentView } from '../../src/views/document';
import { example } from '../pdf/example';
import { printed } from '../pdf/printed';
import { piecesOfPdf } from '../support/reading';
import { itWith } from '../support/tools';
import { madeRecord, model, recordOf } from '../verify/made';

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
};

const markupOf = (blocks: DocumentModel): string => renderToStaticMarkup(<DocumentView blocks={blocks} />);

/** What the markup says, a piece for each heading, paragraph, list item and cell; figures and hidden labels left out. */
const piecesOfMarkup = (markup: string): readonly string[] =>
  markup
    .replaceAll(/<div role="img".*?<\/table><\/div>/gs, '')
    .replaceAll(/<span class="app-stacked__label"[^>]*>.*?<\/span>/gs, '')
    .replaceAll(/<\/?strong>/g, '')
    .split(/<[^>]*>/)
    .filter((text) => text !== '')
    .map((text) => text.replaceAll(/&[a-z0-9#]+;/g, (entity) => entities[entity] ?? entity));

/** A few rows and lines of each block: poppler's time goes with the square of the length. */
const short = example.slice(0, -2).map((block) => {
  if (block.kind === 'table') return { ...block, rows: block.rows.slice(0, 4) };
  return block.kind === 'words' ? { ...block, text: block.text.split('\n').slice(0, 6).join('\n') } : block;
});

const folder = mkdtempSync(join(tmpdir(), 'reading-'));

itWith('pdfinfo', 'a page of every kind of block says what the PDF says, in its order', (pdfinfo) => {
  const file = join(folder, 'example.pdf');
  writeFileSync(file, printed(short).bytes);
  const pieces = piecesOfPdf(pdfinfo('-struct-text', file).stdout);
  expect(pieces.length).toBeGreaterThan(50);
  expect(piecesOfMarkup(markupOf(short))).toEqual(pieces);
});

itWith('pdfinfo', 'the page of a record says what its PDF says, word for word', async (pdfinfo) => {
  const { id, payload } = recordOf({ seed: 8 });
  const file = join(folder, 'record.pdf');
  writeFileSync(file, await madeRecord({ seed: 8 }));
  const document = readable({
    record: { id, payload, policy: model.policy, settings: model.settings, earlier: new Map() },
    sequels: [],
  });
  const pieces = piecesOfPdf(pdfinfo('-struct-text', file).stdout);
  expect(pieces).toContain('Audit trail');
  expect(piecesOfMarkup(markupOf(document?.model ?? []))).toEqual(pieces);
});

test('a grid is a figure with the text alternative that the PDF has', () => {
  const grid = example.find(({ kind }) => kind === 'matrix');
  const markup = markupOf(example);
  expect(grid?.kind === 'matrix' && markup.includes(`role="img" aria-label="${grid.alt}"`)).toBe(true);
  expect(markup).toMatch(/app-document__tone-3">Tŷ – high<\/span>/);
});
