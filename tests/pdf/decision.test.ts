import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect } from 'vitest';
import { equalBytes } from '../../src/base/bytes';
import { itWith } from '../support/tools';
import { madeRecord, officer } from '../verify/made';
import { chainOf, madeAfter } from '../verify/made-sequel';

const folder = mkdtempSync(join(tmpdir(), 'decisions-'));
afterAll(() => rmSync(folder, { recursive: true }));

const record = await madeRecord();
const decision = await madeAfter(record, (honest) => ({
  ...honest,
  decision: 'refuse',
  reason: 'The store is closed that week.\nOutcome: Lend the equipment',
  due: [],
}));
const body = await madeAfter(
  decision,
  () => ({
    kind: 'body-decision',
    decision: 'approve',
    body: 'Stores committee',
    meeting: '2026-11-22',
    minute: '14 (b)',
    comment: 'Members thanked the clerk.',
  }),
  { signer: officer, at: '2026-11-22T11:20:00+00:00' },
);
const [condition] = (await chainOf(body)).record.payload.result.conditions;
const met = await madeAfter(
  body,
  () => ({
    kind: 'conditions-met',
    met: [{ id: condition?.id ?? '', evidence: 'Seen.\nCopy on file.', date: '2026-11-22' }],
  }),
  { signer: officer, at: '2026-11-22T11:30:00+00:00' },
);
const receipt = await madeAfter(met, () => ({ kind: 'registered', entry: 'P/2026/114', received: '2026-11-22' }), {
  signer: officer,
  at: '2026-11-22T11:40:00+00:00',
});
const changed = await madeAfter(record, (honest) => ({
  ...honest,
  decision: 'approve-changed',
  conditions: [{ id: 'added-1', text: 'Bring it back dry.', owner: 'The borrower', due: 'On return' }],
  comment: 'Start small.',
}));

const documents = { decision, body, met, receipt, changed };
const paths = Object.entries(documents).map(([name, bytes]) => {
  const path = join(folder, `${name}.pdf`);
  writeFileSync(path, bytes);
  return path;
});

describe('a decision, and what comes next, to others', () => {
  for (const flavour of ['3a', 'ua1'])
    itWith('verapdf', `is ${flavour} to veraPDF`, (verapdf) => {
      const { stdout } = verapdf('-f', flavour, '--format', 'text', ...paths);
      expect(stdout.split('\n').filter((line) => line.startsWith('FAIL'))).toEqual([]);
      expect(stdout.match(/^PASS/gm)).toHaveLength(paths.length);
    });

  itWith('pdfsig', 'is valid and wholly signed, once, to pdfsig', (pdfsig) => {
    for (const path of paths) {
      const { stdout } = pdfsig('-nocert', path);
      expect(stdout).toContain('Signature is Valid.');
      expect(stdout).toContain('Total document signed');
      expect(stdout.match(/^Signature #/gm)).toHaveLength(1);
    }
  });

  itWith('mutool', 'is unchanged since signing to mutool', (mutool) => {
    for (const path of paths) {
      const { stdout, stderr } = mutool('sign', '-v', path);
      expect(stdout + stderr).toContain('The document is unchanged since signing.');
    }
  });

  itWith('qpdf', 'is clean to qpdf', (qpdf) => {
    for (const path of paths) expect(qpdf('--check', path).status).toBe(0);
  });

  itWith('pdfdetach', 'gives back the whole file that it encloses, byte for byte', (pdfdetach) => {
    const inside: readonly (readonly [keyof typeof documents, string, Uint8Array])[] = [
      ['decision', 'assessment.pdf', record],
      ['body', 'decision.pdf', decision],
      ['met', 'follow-up.pdf', body],
    ];
    for (const [name, file, bytes] of inside) {
      const to = join(folder, `${name}-${file}`);
      const path = join(folder, `${name}.pdf`);
      expect(pdfdetach('-list', path).stdout).toContain(file);
      pdfdetach('-savefile', file, '-o', to, path);
      expect(equalBytes(new Uint8Array(readFileSync(to)), bytes)).toBe(true);
    }
    expect(pdfdetach('-list', join(folder, 'receipt.pdf')).stdout).toMatch(/^1 embedded files/);
  });

  itWith('pdfinfo', 'is read aloud with the decision first and the record after it', (pdfinfo) => {
    const text = pdfinfo('-struct-text', join(folder, 'decision.pdf')).stdout.replaceAll('"', ' ').replace(/\s+/g, ' ');
    const order = [
      'Refused',
      'This decision goes AGAINST the recommendation',
      'Reason for going against the recommendation',
      'Level of approval required',
      'Level of approval claimed',
      'Signature',
      'the officer’s record stands in full',
      'Audit trail',
    ];
    // The contents name the same things before.
    const read = text.replace(/ TOC .*?(?= H1 )/, '');
    const places = order.map((words) => read.indexOf(words));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places.every((place) => place >= 0)).toBe(true);
  });

  itWith('pdftotext', 'says the decision and both levels on its first page', (pdftotext) => {
    const first = (name: string, to = '1'): string => pdftotext('-l', to, join(folder, `${name}.pdf`), '-').stdout;
    for (const words of ['Refused', 'AGAINST', 'Level of approval required', 'Level of approval claimed'])
      expect(first('decision')).toContain(words);
    expect(first('changed', '2')).toContain('Bring it back dry.');
    expect(first('body')).toContain('The body’s decision: approved');
    expect(first('receipt')).toContain('P/2026/114');
  });
});
