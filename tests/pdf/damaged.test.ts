import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, describe, expect, it } from 'vitest';
import { itWith, outsideTool } from '../support/tools';
import { verify } from '../verify/made';
import { damagedDecisions } from './damaged-decision';
import { ofDecision, ofRecord, showsRecordAlone } from './damages';

const folder = mkdtempSync(join(tmpdir(), 'damaged-'));
afterAll(() => rmSync(folder, { recursive: true }));

const { record, decision, damages } = await damagedDecisions();

/** All that pdf.js shows of a file; nothing where it shows an error. A page that it cannot show is passed over. */
const shownByPdfJs = async (bytes: Uint8Array): Promise<string> => {
  const task = getDocument({ data: bytes.slice(), verbosity: VerbosityLevel.ERRORS, isEvalSupported: false });
  try {
    const pdf = await task.promise;
    const pages = Array.from({ length: pdf.numPages }, async (_, index) => {
      const page = await pdf.getPage(index + 1);
      const { items } = await page.getTextContent();
      return items.map((item) => ('str' in item ? item.str : '')).join(' ');
    });
    const shown = await Promise.allSettled(pages);
    return shown.map((page) => (page.status === 'fulfilled' ? page.value : '')).join('\n');
  } catch {
    return '';
  } finally {
    await task.destroy();
  }
};

describe('a decision that was damaged', () => {
  const pdftotext = outsideTool('pdftotext');
  const qpdf = outsideTool('qpdf');

  itWith('pdftotext', 'never shows the record without its decision, in poppler or mended by qpdf', () => {
    if (!pdftotext || !qpdf) throw new Error('pdftotext and qpdf are needed');
    const path = (name: string): string => join(folder, `${name}.pdf`);
    writeFileSync(path('record'), record);
    expect(showsRecordAlone(pdftotext(path('record'), '-').stdout)).toBe(true);
    for (const { name, bytes } of damages) {
      rmSync(path('mended'), { force: true });
      writeFileSync(path('damaged'), bytes);
      qpdf(path('damaged'), path('mended'));
      for (const file of ['damaged', 'mended'].filter((one) => existsSync(path(one))))
        expect({ name, file, alone: showsRecordAlone(pdftotext(path(file), '-').stdout) }).toEqual({
          name,
          file,
          alone: false,
        });
    }
  });

  it('never shows the record without its decision in pdf.js', { timeout: 60_000 }, async () => {
    expect(showsRecordAlone(await shownByPdfJs(record))).toBe(true);
    const whole = await shownByPdfJs(decision);
    expect([whole.includes(ofRecord), whole.includes(ofDecision)]).toEqual([true, true]);
    for (const { name, bytes } of damages)
      expect({ name, alone: showsRecordAlone(await shownByPdfJs(bytes)) }).toEqual({ name, alone: false });
  });

  it('is refused by our own verifier, and nothing of it is shown', async () => {
    for (const { name, bytes } of damages) {
      const { accepted, record: shown } = await verify(bytes);
      expect({ name, accepted, shown }).toEqual({ name, accepted: false, shown: undefined });
    }
  });
});
