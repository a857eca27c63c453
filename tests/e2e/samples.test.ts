import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runTool } from '../support/commands';
import { knownPolicy } from '../support/policies';
import { itWith } from '../support/tools';

const { model } = knownPolicy('decision-trees/partnership', '1.0.0.json');
const folder = mkdtempSync(join(tmpdir(), 'samples-'));
const pdfs = (): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.pdf'))
    .map((name) => join(folder, name));

beforeAll(() => {
  const made = runTool('sample', '--out', folder, '--decisions');
  if (made.status !== 0) throw new Error(made.stderr);
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe('the sample records', () => {
  test('are one for each outcome', () => {
    expect(readdirSync(folder).toSorted()).toEqual(
      [
        'approver.pem',
        'decisions',
        'officer.pem',
        ...model.policy.outcomes.map((outcome) => `partnership-${outcome.id}.pdf`),
      ].toSorted(),
    );
  });

  test('have a decision on each', () => {
    const names = model.policy.outcomes.map((outcome) => `partnership-${outcome.id}.pdf`);
    expect(readdirSync(join(folder, 'decisions')).toSorted()).toEqual(names.toSorted());
  });

  test('all verify, decisions too, with their own keys as those that are trusted', () => {
    const trust = ['officer', 'approver'].flatMap((name) => ['--trust', join(folder, `${name}.pem`)]);
    const { status, stdout } = runTool('verify', folder, ...trust, '--json');
    expect({ status, stdout: status === 0 ? '' : stdout }).toEqual({ status: 0, stdout: '' });
    const { files } = JSON.parse(stdout) as { readonly files: readonly { readonly kind: string }[] };
    expect(new Set(files.map(({ kind }) => kind))).toEqual(new Set(['record', 'decision']));
  });

  test('are not accepted by a decision whose record’s signer is unknown', () => {
    const decision = join(folder, 'decisions', 'partnership-o1.pdf');
    expect(runTool('verify', decision, '--trust', join(folder, 'approver.pem')).status).toBe(1);
  });

  test.each([
    ['a record of another key, where only one is trusted', 1, () => [pdfs()[0] ?? '', '--trust', otherKey()]],
    ['a file that is no PDF', 1, () => [notPdf()]],
    ['no file', 2, () => []],
    ['a file that is not there', 2, () => [join(folder, 'nothing.pdf')]],
    ['an unknown option', 2, () => [folder, '--trusty']],
  ])('%s ends with %i', (_what, status, args) => {
    expect(runTool('verify', ...args()).status).toBe(status);
  });

  for (const flavour of ['3a', 'ua1'])
    itWith('verapdf', `are all compliant with ${flavour}, to veraPDF`, (verapdf) => {
      const { stdout } = verapdf('-f', flavour, '--format', 'text', ...pdfs());
      expect(stdout.split('\n').filter((line) => line.startsWith('FAIL'))).toEqual([]);
      expect(stdout.match(/^PASS/gm)).toHaveLength(model.policy.outcomes.length);
    });

  itWith('pdfsig', 'are all valid and wholly signed, to pdfsig', (pdfsig) => {
    for (const pdf of pdfs()) {
      const { stdout } = pdfsig('-nocert', pdf);
      expect({
        pdf,
        valid: stdout.includes('Signature is Valid.'),
        total: stdout.includes('Total document signed'),
      }).toEqual({
        pdf,
        valid: true,
        total: true,
      });
    }
  });

  itWith('mutool', 'are all unchanged since signing, to mutool', (mutool) => {
    for (const pdf of pdfs()) {
      const { stdout, stderr } = mutool('sign', '-v', pdf);
      expect(stdout + stderr).toContain('The document is unchanged since signing.');
    }
  });

  itWith('pdfinfo', 'are read aloud in the order of the page, with no words run together', (pdfinfo) => {
    const { stdout } = pdfinfo('-struct-text', join(folder, 'partnership-o9.pdf'));
    const text = stdout.replaceAll('"', ' ').replace(/\s+/g, ' ');
    const headings = [...stdout.matchAll(/^ *H2 .*\n *"(.*)"$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual([
      'What to do next',
      'Conditions',
      'Contents',
      'Why this is recommended',
      'This record',
      'Answers: About the arrangement',
      'Register record',
      'What was worked out',
      'Audit trail',
      'Declaration and signature',
      'About the questions',
      'Identifiers',
    ]);
    expect(text).toContain('This is a recommendation. It is not approval to sign, spend or share data.');
  });
});

const otherKey = (): string => {
  const other = mkdtempSync(join(tmpdir(), 'other-'));
  runTool('sample', '--out', other, '--policy', 'tests/fixtures/equipment/1.0.0.json');
  return join(other, 'officer.pem');
};

const notPdf = (): string => {
  const file = join(folder, 'letter.txt');
  writeFileSync(file, 'Dear Sir or Madam');
  return file;
};

test.each([
  [['sample']],
  [['sample', '--out']],
  [['sample', '--out', folder, '--policy', 'nothing.json']],
  [['verify', folder, '--trust', folder]],
])('%j is wrong use', ([name = '', ...args]) => {
  const { status, stderr } = runTool(name, ...args);
  expect(status).toBe(2);
  expect(stderr).not.toMatch(/^ +at /m);
});

describe('npm run policy', () => {
  const shipped = 'decision-trees/partnership/1.0.0.json';
  test('check holds for what is shipped', () => {
    const { status, stdout } = runTool(
      'policy',
      'check',
      shipped,
      '--settings',
      'decision-trees/settings/example-council.json',
    );
    expect({ status, stdout }).toMatchObject({ status: 0 });
  });

  test('check --json prints one value and nothing else, and 1 for a fault, with its place', () => {
    const bad = join(folder, 'bad.json');
    writeFileSync(bad, JSON.stringify({ ...model.policy, start: 'nowhere' }));
    const { status, stdout } = runTool('policy', 'check', bad, '--json');
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject([
      { ok: false, failures: [{ code: 'policy.unknown-reference', place: 'start' }] },
    ]);
  });

  test('check and index name a key that stands twice, and its place', () => {
    const trees = mkdtempSync(join(folder, 'trees-'));
    const twice = join(trees, 'lending', '1.0.0.json');
    mkdirSync(join(trees, 'lending'));
    writeFileSync(twice, JSON.stringify(model.policy).replace('{"id":', '{"id":"first","id":'));
    for (const args of [
      ['check', twice],
      ['index', trees],
    ]) {
      const { status, stdout } = runTool('policy', ...args);
      expect([status, stdout]).toEqual([1, expect.stringMatching(/\.id\n.*“id” stands twice.*\[json\.doubled-key\]/)]);
    }
  });

  test.each([[[]], [['check']], [['check', 'nothing.json']], [['dance']], [['check', shipped, '--loud']]])(
    '%j is wrong use',
    (args) => {
      expect(runTool('policy', ...args).status).toBe(64);
    },
  );

  test('index of the source is the one that is committed', () => {
    const copy = mkdtempSync(join(tmpdir(), 'trees-'));
    cpSync('decision-trees', copy, { recursive: true });
    expect(runTool('policy', 'index', copy).status).toBe(0);
    expect(readFileSync(join(copy, 'index.json'), 'utf8')).toBe(readFileSync('decision-trees/index.json', 'utf8'));
    rmSync(copy, { recursive: true });
  });
});
