import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isSupported } from '../../scripts/setup.mjs';
import { countTests } from '../../scripts/tally.mjs';

const node = (...args: readonly string[]) => spawnSync(process.execPath, args, { encoding: 'utf8' });

describe('Node', () => {
  it.each(['20.19.0', '20.20.2', '22.13.0', '22.20.1', '24.0.0', '24.21.0', '26.1.0'])('%s will do', (version) => {
    expect(isSupported(version)).toBe(true);
  });
  it.each(['18.20.0', '20.18.3', '21.7.3', '22.12.0', '23.11.0'])('%s will not', (version) => {
    expect(isSupported(version)).toBe(false);
  });
});

describe('what a test run comes to', () => {
  const report = (...files: readonly (readonly string[])[]) => ({
    numPassedTests: files.flat().filter((status) => status === 'passed').length,
    numPendingTests: files.flat().filter((status) => status === 'skipped').length,
    numTodoTests: 0,
    testResults: files.map((statuses) => ({
      status: statuses.includes('failed') ? 'failed' : 'passed',
      assertionResults: statuses.map((status) => ({ status })),
    })),
  });

  it('counts each test', () => {
    expect(countTests(report(['passed', 'failed', 'skipped'], ['passed']), false)).toEqual({
      passed: 2,
      failed: 1,
      skipped: 1,
    });
  });
  it('counts a file that cannot be loaded', () => {
    const broken = { ...report(['passed']), testResults: [{ status: 'failed', assertionResults: [] }] };
    expect(countTests(broken, false).failed).toBe(1);
  });
  it('is never clean when the runner says that it is not', () => {
    expect(countTests(report(['passed']), false)).toEqual({ passed: 1, failed: 1, skipped: 0 });
    expect(countTests(undefined, true).failed).toBe(1);
  });
});

it('a test that passes at its second try is written down by name, and one that passes at once is not', () => {
  const folder = mkdtempSync(join(tmpdir(), 'flaky-'));
  const log = join(folder, 'flaky.txt');
  writeFileSync(
    join(folder, 'some.test.js'),
    "let tries = 0; test('fine', () => {}); test('by chance', () => expect(tries++).toBe(1));",
  );
  const reporter = `--reporter=${resolve('scripts/flaky.mjs')}`;
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--root', folder, '--globals', reporter];
  const ran = (...more: readonly string[]) =>
    spawnSync(process.execPath, [...args, ...more], { env: { PATH: process.env.PATH, FLAKY_LOG: log } }).status;
  expect(ran('--retry=0')).toBe(1);
  expect(existsSync(log)).toBe(false);
  expect(ran('--retry=1')).toBe(0);
  expect(readFileSync(log, 'utf8')).toBe('some.test.js: by chance\n');
  rmSync(folder, { recursive: true });
});

describe('a command that cannot go on says why', () => {
  it('npm start, for a port that is none', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/start.mjs'], {
      encoding: 'utf8',
      env: { ...process.env, PORT: 'tea' },
    });
    expect([status, stderr]).toEqual([1, 'PORT must be a number up to 65535.\n']);
  });
  it('npm test, for a check that is none', () => {
    const { status, stderr } = node('scripts/test.mjs', 'nothing');
    expect([status, stderr]).toEqual([
      1,
      'There is no check "nothing". The checks are format, lint, types, unit, browser, e2e.\n',
    ]);
  });
  it.each(['nothing', '../vite.config', ''])('a tool that is none: "%s"', (name) => {
    const { status, stderr } = node('scripts/tool.mjs', name);
    expect([status, stderr]).toEqual([1, `There is no tool "${name}".\n`]);
  });
});

it('every command-line tool of package.json has its source', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const tools = Object.values(scripts).filter((command) => command.startsWith('node scripts/tool.mjs '));
  expect(tools.length).toBeGreaterThan(0);
  for (const command of tools) expect(readFileSync(`scripts/${command.split(' ').at(-1)}.ts`, 'utf8')).not.toBe('');
});
