import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { toPem } from '../../src/signing/pem';
import { keyholder } from '../signing/material';
import { madeRecord, officer } from './made';

const tool = resolve(import.meta.dirname, '../../scripts/tool.mjs');
const folder = mkdtempSync(join(tmpdir(), 'verify-'));
const at = (name: string): string => join(folder, name);

const run = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool, 'verify', ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
};

beforeAll(async () => {
  const pdf = await madeRecord();
  const changed = new Uint8Array(pdf);
  changed[9000] = (changed[9000] ?? 0) ^ 1;
  for (const name of ['good/inner', 'bad', 'empty']) mkdirSync(at(name), { recursive: true });
  writeFileSync(at('good/record.pdf'), pdf);
  writeFileSync(at('good/inner/without-ending'), pdf);
  writeFileSync(at('good/inner/notes.txt'), 'notes');
  writeFileSync(at('bad/CHANGED.PDF'), changed);
  writeFileSync(at('bad/text.pdf'), 'no PDF');
  writeFileSync(at('practice.pdf'), await madeRecord({ practice: true }));
  writeFileSync(at('empty/notes.txt'), 'notes');
  writeFileSync(at('officer.pem'), toPem(officer.certificate.der));
  writeFileSync(at('stranger.pem'), toPem((await keyholder('ES256')).certificate.der));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

it('accepts a folder with its subfolders, and passes over what is no PDF', () => {
  const { status, stdout, stderr } = run(at('good'));
  expect(stderr).toBe('');
  expect(stdout).toContain('2 accepted, 0 refused, 1 passed over\n');
  expect(stdout).toMatch(/ {2}Passed +Pages: /);
  expect(status).toBe(0);
});

it('says which check refused what', () => {
  const { status, stdout } = run(at('bad'), at('good/record.pdf'));
  expect(stdout).toMatch(/CHANGED\.PDF: The record cannot be relied on[^]*?Refused +Changes since signing: /);
  expect(stdout).toMatch(/text\.pdf: The record cannot be relied on[^]*?Refused +Kind of file: The file is not a PDF/);
  expect(stdout).toContain('1 accepted, 2 refused, 0 passed over\n');
  expect(status).toBe(1);
});

it('checks a named file whatever its name', () => {
  expect(run(at('good/inner/notes.txt')).status).toBe(1);
});

it('prints one JSON value and nothing else', () => {
  const { status, stdout, stderr } = run(at('good/record.pdf'), '--json', '--trust', at('officer.pem'));
  expect(JSON.parse(stdout)).toMatchObject({
    accepted: 1,
    refused: 0,
    passedOver: 0,
    files: [{ accepted: true, preRelease: true, payload: { format: 'record/0' } }],
  });
  expect([status, stderr]).toEqual([0, '']);
});

it('tells the files in the order in which they were named, whichever is checked first', () => {
  const named = ['good/record.pdf', 'bad/text.pdf', 'practice.pdf', 'bad/CHANGED.PDF'].map(at);
  const { files } = JSON.parse(run(...named, '--json').stdout) as {
    files: readonly { readonly file: string; readonly accepted: boolean }[];
  };
  expect(files.map(({ file }) => resolve(file))).toEqual(named);
  expect(files.map(({ accepted }) => accepted)).toEqual([true, false, true, false]);
});

it('ends at once, with all its threads, when it is interrupted', async () => {
  const many = Array.from({ length: 200 }, () => at('good/record.pdf'));
  const running = spawn(process.execPath, [tool, 'verify', ...many], { stdio: ['ignore', 'pipe', 'ignore'] });
  const [first] = (await once(running.stdout, 'data')) as [Buffer];
  expect(first.toString()).toContain('record.pdf: ');
  running.kill('SIGINT');
  const [status, signal] = (await once(running, 'exit')) as [number | null, string | null];
  expect([status, signal]).toEqual([null, 'SIGINT']);
});

it('names practice before anything else, in words and as data', () => {
  const [first = ''] = run(at('practice.pdf')).stdout.split('\n');
  expect(first).toMatch(/practice\.pdf: PRACTICE/);
  expect(run(at('practice.pdf')).stdout.split('\n')[1]).toMatch(/Take note +Practice: PRACTICE/);
  const { files } = JSON.parse(run(at('practice.pdf'), '--json').stdout) as { files: readonly object[] };
  expect(Object.entries(files[0] ?? {})[0]).toEqual(['practice', true]);
  expect(files[0]).toMatchObject({ payload: { kind: 'practice' } });
});

it('takes several lists of trust, and refuses a signer on none of them', () => {
  const [officers, strangers] = [
    ['--trust', at('officer.pem')],
    ['--trust', at('stranger.pem')],
  ];
  expect(run(at('good/record.pdf'), ...strangers, ...officers).status).toBe(0);
  const { status, stdout } = run(at('good/record.pdf'), ...strangers);
  expect(stdout).toMatch(/Refused +Trust in the signer: The signer is not on your list/);
  expect(status).toBe(1);
});

it.each([
  ['nothing to check', []],
  ['a file that is not there', ['nowhere.pdf']],
  ['a folder without a PDF', [at('empty')]],
  ['an unknown option', [at('good'), '--quick']],
  ['a list of trust that is not there', [at('good'), '--trust', at('nowhere.pem')]],
  ['a list of trust without certificates', [at('good'), '--trust', at('good/inner/notes.txt')]],
])('calls it wrong use: %s', (_, args) => {
  const { status, stdout, stderr } = run(...args);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain('npm run verify -- ');
});
