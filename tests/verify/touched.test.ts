import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { concat, equalBytes, utf8 } from '../../src/base/bytes';
import { toPem } from '../../src/signing/pem';
import { lineSentences } from '../../src/strings/verdict';
import { printedId } from '../../src/verify/printed-id';
import type { Verdict } from '../../src/verify/verdict';
import { verifyUnder } from '../../src/verify/verify-under';
import { revised } from '../../scripts/forgeries/edit';
import { keyholder, subtle } from '../signing/material';
import { itWith } from '../support/tools';
import { madeRecord, now, recordOf, resources, verify } from './made';
import { madeAfter } from './made-sequel';

let record: Uint8Array<ArrayBuffer>;
let decision: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  record = await madeRecord();
  decision = await madeAfter(record);
});

const under = (pdf: Uint8Array, pems: readonly string[] = []): Promise<Verdict> =>
  verifyUnder(pdf, pems, { subtle, resources, now });

const says = (verdict: Verdict, id: 'beginning' | 'copy'): string =>
  verdict.lines.flatMap((line) => (line.id === id ? lineSentences(line) : [])).join(' ');

describe('a file that something was added to', () => {
  it('is refused, and its beginning is said to be intact, with how many bytes follow', async () => {
    const verdict = await under(concat(record, utf8('\n')));
    expect(verdict.accepted).toBe(false);
    expect(verdict.beginning).toBe(record.length);
    expect(says(verdict, 'beginning')).toMatch(/an intact record, reference E-.*\. 1 byte follows/);
    expect(verdict.lines.find(({ id }) => id === 'form')?.state).toBe('refused');
  });

  it.each([
    ['a second revision', (pdf: Uint8Array) => revised(pdf, [[4, '<< /Length 0 >>']])],
    ['a second end', (pdf: Uint8Array) => concat(pdf, utf8('\n%%EOF'))],
    ['another whole record', (pdf: Uint8Array) => concat(pdf, utf8('\n'), pdf)],
  ])('gives back the original byte for byte: %s', async (_, touch) => {
    for (const pdf of [record, decision]) {
      const file = touch(pdf);
      const { accepted, beginning = 0 } = await under(file);
      expect(accepted).toBe(false);
      const original = file.slice(0, beginning);
      expect(equalBytes(original, pdf)).toBe(true);
      expect((await verify(original)).accepted).toBe(true);
    }
  });

  it('says so of any bytes that are added', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 300 }), async (more) => {
        const { accepted, beginning } = await under(concat(record, more));
        expect([accepted, beginning]).toEqual([false, record.length]);
      }),
      { numRuns: 20 },
    );
  });

  it('says nothing of a beginning that was changed, or put behind something', async () => {
    const changed = new Uint8Array(record);
    changed[9000] = (changed[9000] ?? 0) ^ 1;
    expect((await under(concat(changed, utf8('\n')))).beginning).toBeUndefined();
    expect((await under(concat(utf8('%PDF-1.7\n'), record))).beginning).toBeUndefined();
    expect((await under(changed)).beginning).toBeUndefined();
    expect((await under(record)).beginning).toBeUndefined();
  });

  it('is offered though the list does not know the signer, and the sentence says that this was not looked at', async () => {
    const stranger = toPem((await keyholder('ES256')).certificate.der);
    const verdict = await under(concat(record, utf8('\n')), [stranger]);
    expect(verdict.beginning).toBe(record.length);
    expect(says(verdict, 'beginning')).toContain('was not looked at');
  });

  it('takes no longer where a file ends a million times', async () => {
    const ends = utf8('%%EOF\n'.repeat(1_000_000));
    const { beginning, accepted } = await under(concat(utf8('%PDF-1.7\n'), ends));
    expect([beginning, accepted]).toEqual([undefined, false]);
  });
});

describe('a copy made again by another program', () => {
  const inFolder = async (make: (folder: string) => void): Promise<Verdict> => {
    const folder = mkdtempSync(join(tmpdir(), 'copy-'));
    writeFileSync(join(folder, 'record.pdf'), record);
    make(folder);
    const verdict = await under(readFileSync(join(folder, 'copy.pdf')));
    rmSync(folder, { recursive: true });
    return verdict;
  };

  itWith('pdftocairo', 'is refused, and matched by the foot of its pages', async (pdftocairo) => {
    const verdict = await inFolder((folder) =>
      pdftocairo('-pdf', join(folder, 'record.pdf'), join(folder, 'copy.pdf')),
    );
    expect(verdict.accepted).toBe(false);
    const { id, payload } = recordOf();
    expect(verdict.printed).toEqual({ id: id.slice(0, 16), reference: payload.reference });
    expect(says(verdict, 'copy')).toContain('Ask for the original file');
  });

  itWith('qpdf', 'is matched where it was packed anew', async (qpdf) => {
    const verdict = await inFolder((folder) => {
      const [from, to] = [join(folder, 'record.pdf'), join(folder, 'copy.pdf')];
      qpdf('--object-streams=generate', '--compress-streams=y', from, to);
    });
    expect(verdict.accepted).toBe(false);
    expect(verdict.printed?.id).toBe(recordOf().id.slice(0, 16));
  });

  it('is not said of a foreign file, or of one that nothing can open', async () => {
    for (const file of ['%PDF-1.4\n%%EOF', `%PDF-1.7\n${'<<'.repeat(10_000)}`])
      expect((await under(utf8(file))).printed).toBeUndefined();
  });

  it('takes for the foot only what stands on every page', () => {
    const [id, other] = ['0123456789abcdef', 'fedcba9876543210'];
    const foot = `E-ABCDE-12345 ${id} Page`;
    expect(printedId([`typed ${other}\n${foot} 1`, `text\n${foot} 2`])).toEqual({ id, reference: 'E-ABCDE-12345' });
    const typed = `${foot} 1\n${other}`;
    expect(printedId([typed, typed, `${foot} 3`])?.id).toBe(id);
    expect(printedId([`${id}${other}${id}${other}`])).toBeUndefined();
    expect(printedId(['no foot'])).toBeUndefined();
    expect(printedId([])).toBeUndefined();
  });
});
