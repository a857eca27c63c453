// The page that makes the same content with pdfmake: no signature, no tags, no enclosed files.
import type { Block, DocumentModel, Text } from '../../../src/pdf/document';
import { bytesFrom, type Hands, handOver, jsonFrom } from './hands';

type Part = string | { readonly [key: string]: unknown } | readonly Part[];

interface PdfMake {
  readonly addVirtualFileSystem: (files: Readonly<Record<string, string>>) => void;
  readonly addFonts: (fonts: object) => void;
  readonly createPdf: (definition: object) => { readonly getBlob: () => Promise<Blob> };
}

const textOf = (text: Text): Part =>
  typeof text === 'string' ? text : text.map((run): Part => ({ text: run.text, bold: run.bold === true }));

const cell = (text: Text, bold = false): Part => ({ text: textOf(text), bold });

const headings = { 1: 20, 2: 14, 3: 11 } as const;

/** A block as pdfmake takes it: the same words in the same order, in tables and lists of its own. */
const partOf = (block: Block): Part => {
  switch (block.kind) {
    case 'heading':
      return {
        text: block.text,
        bold: true,
        fontSize: headings[block.level],
        margin: [0, 10, 0, 4],
        tocItem: block.level === 2,
      };
    case 'paragraph':
      return { text: textOf(block.text), margin: [0, 0, 0, 6] };
    case 'list':
      return { [block.style === 'bullet' ? 'ul' : 'ol']: block.items.map(textOf), margin: [0, 0, 0, 6] };
    case 'table':
      return {
        table: {
          headerRows: 1,
          widths: block.columns.map(
            ({ share }) => `${(share / block.columns.reduce((sum, one) => sum + one.share, 0)) * 97}%`,
          ),
          body: [
            block.columns.map(({ heading }) => cell(heading, true)),
            ...block.rows.map((row) => row.map((one) => cell(one))),
          ],
        },
        layout: 'lightHorizontalLines',
        margin: [0, 0, 0, 10],
      };
    case 'pairs':
      return {
        table: {
          widths: ['37%', '60%'],
          body: block.pairs.map(({ label, value }) => [cell(label, true), cell(value)]),
        },
        layout: 'lightHorizontalLines',
        margin: [0, 0, 0, 10],
      };
    case 'words':
      return {
        table: { widths: ['97%'], body: [[[{ text: block.label, bold: true }, { text: block.text }]]] },
        margin: [0, 0, 0, 10],
      };
    case 'panel':
      return {
        table: {
          widths: ['97%'],
          body: [[{ stack: [{ text: block.title, bold: true }, ...block.lines.map(textOf)], fillColor: '#e8f0f4' }]],
        },
        margin: [0, 0, 0, 10],
      };
    case 'matrix':
      return {
        table: {
          body: [
            ['', ...block.across.levels],
            ...block.up.levels.map((level, index) => [level, ...(block.cells[index] ?? []).map(({ text }) => text)]),
          ],
        },
        margin: [0, 0, 0, 10],
      };
    case 'contents':
      return { toc: { title: { text: block.title, bold: true, fontSize: headings[2] } }, margin: [0, 10, 0, 10] };
    case 'pageBreak':
      return { text: '', pageBreak: 'before' };
    case 'space':
      return { text: '', margin: [0, block.points, 0, 0] };
  }
};

const base64 = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));

const ready = async (): Promise<Hands> => {
  const { pdfMake } = window as unknown as { readonly pdfMake: PdfMake };
  const model = (await jsonFrom('model.json')) as DocumentModel;
  const [regular, bold] = [base64(await bytesFrom('regular.ttf')), base64(await bytesFrom('bold.ttf'))];
  pdfMake.addVirtualFileSystem({ 'regular.ttf': regular, 'bold.ttf': bold });
  pdfMake.addFonts({ Record: { normal: 'regular.ttf', bold: 'bold.ttf' } });
  return {
    run: async () => {
      let pages = 0;
      const before = performance.now();
      const blob = await pdfMake
        .createPdf({
          content: model.map(partOf),
          defaultStyle: { font: 'Record', fontSize: 10, lineHeight: 1.25 },
          pageMargins: [60, 70, 60, 70],
          info: { title: 'A record' },
          footer: (page: number, all: number) => {
            pages = all;
            return { text: `E-00000-00000   Page ${page} of ${all}`, margin: [60, 10], fontSize: 8 };
          },
        })
        .getBlob();
      handOver(blob);
      return { ms: performance.now() - before, pages, bytes: blob.size };
    },
  };
};

window.hands = ready();
