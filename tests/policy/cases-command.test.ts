import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { WorkedCase } from '../../src/policy/cases';
import { type Ran, runTool } from '../support/commands';
import { edited } from '../support/edit';
import { readJson } from '../support/policies';

const shipped = 'decision-trees/partnership/1.0.0.json';
const lending = 'tests/fixtures/equipment';
const equipmentCases = readJson(`${lending}/1.0.0.cases.json`) as readonly WorkedCase[];
const folder = mkdtempSync(join(tmpdir(), 'cases-'));
afterAll(() => rmSync(folder, { recursive: true }));

let made = 0;
/** The equipment policy in a folder of its own, with an edit of its cases. */
const policyWith = (at: string, part: unknown): string => {
  const here = join(folder, String(made++));
  mkdirSync(here);
  const policy = join(here, '1.0.0.json');
  cpSync(join(lending, '1.0.0.json'), policy);
  writeFileSync(join(here, '1.0.0.cases.json'), JSON.stringify(at === '' ? part : edited(equipmentCases, at, part)));
  return policy;
};

const settings = ['--settings', `${lending}/settings.json`];
const cases = (...args: readonly string[]): Ran => runTool('policy', 'cases', ...args);

/** The codes of the one JSON value that is printed. */
const codes = (ran: Ran): readonly string[] => {
  const { failures, cases: worked } = JSON.parse(ran.stdout) as {
    failures: readonly { code: string; sentence: string }[];
    cases: readonly { differences: readonly { code: string; sentence: string }[] }[];
  };
  const all = [...failures, ...worked.flatMap((one) => one.differences)];
  expect(all.filter(({ code, sentence }) => sentence === '' || sentence.includes(code))).toEqual([]);
  return all.map(({ code }) => code);
};

const withoutRefer = equipmentCases.filter((one) => one.expect.outcome !== 'refer');

describe('npm run policy -- cases', () => {
  test('works the shipped cases under the settings that the site’s index finds, whichever of the two files is named', () => {
    const ran = cases(shipped);
    expect(ran.status).toBe(0);
    expect(ran.stdout).toMatch(/^pass {2}grant-exit: A grant that is not a partnership \(2 pages, [\d.]+ minutes\)$/m);
    expect(ran.stdout).toMatch(/^cases by outcome: o1 \d+, o2 \d+, .*o14 \d+$/m);
    expect(ran.stdout).toMatch(/^\d+ passed, 0 failed\n$/m);
    expect(cases(shipped.replace('.json', '.cases.json'))).toEqual(ran);
  });

  test('works those of a policy of another domain, and prints one JSON value and nothing else', () => {
    const ran = cases(`${lending}/1.0.0.json`, ...settings, '--json');
    expect(ran.status).toBe(0);
    expect(JSON.parse(ran.stdout)).toMatchObject({
      ok: true,
      outcomes: { lend: 2 },
      cases: equipmentCases.map(({ id, expect: { outcome } }) => ({ id, outcome })),
    });
    expect(codes(ran)).toEqual([]);
  });

  test.each<readonly [code: string, at: string, part: unknown]>([
    ['cases.outcome', '[0].expect.outcome', 'refer'],
    ['cases.unshown', '', withoutRefer],
    ['cases.none', '', []],
    ['cases.unknown-field', '[0].answers.borower', 'x'],
    ['shape.kind', '', {}],
  ])('ends with 1 and says %s', (code, at, part) => {
    const ran = cases(policyWith(at, part), ...settings, '--json');
    expect(ran.status).toBe(1);
    expect(codes(ran)).toContain(code);
  });

  test('says what was expected and what was found, by id', () => {
    const ran = cases(policyWith('[0].expect.outcome', 'refer'), ...settings);
    expect(ran.stdout).toContain('FAIL  small-loan');
    expect(ran.stdout).toContain('Expected the outcome refer; found lend. [cases.outcome]');
    expect(ran.stdout).toContain('7 passed, 1 failed');
  });

  test.each([
    ['no file', []],
    ['two files', [shipped, shipped]],
    ['a file that is not there', ['nowhere/1.0.0.json']],
    ['a policy without cases', [`${lending}/settings.json`]],
    ['settings that are not there', [shipped, '--settings', 'nowhere.json']],
  ])('is called wrongly with %s, and says how to call it', (_what, args) => {
    const { status, stdout, stderr } = cases(...args);
    expect([status, stdout]).toEqual([64, '']);
    expect(stderr).toContain('npm run policy -- cases FILE');
  });
});
