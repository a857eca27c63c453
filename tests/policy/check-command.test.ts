import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { runTool } from '../support/commands';
import { edited } from '../support/edit';
import { readJson } from '../support/policies';

const equipment = readJson('tests/fixtures/equipment/1.0.0.json') as object;
const folder = mkdtempSync(join(tmpdir(), 'check-'));
afterAll(() => rmSync(folder, { recursive: true }));

let made = 0;
const fileOf = (policy: object, name = '1.0.0.json'): string => {
  const here = join(folder, String(made++));
  mkdirSync(here);
  const file = join(here, name);
  writeFileSync(file, JSON.stringify(policy));
  return file;
};

interface Printed {
  readonly ok: boolean;
  readonly claims: readonly {
    readonly id: string;
    readonly verdict: string;
    readonly findings: readonly { code: string; place: string; sentence: string; examples: readonly unknown[] }[];
  }[];
  readonly failures: readonly { readonly code: string; readonly sentence: string }[];
}

const check = (...args: readonly string[]) => {
  const ran = runTool('policy', 'check', ...args, '--json');
  const [first] = JSON.parse(ran.stdout) as readonly Printed[];
  return { status: ran.status, first };
};

describe('npm run policy -- check', () => {
  test('proves the shipped policy for one council, with the figures', () => {
    const { status, first } = check(
      'decision-trees/partnership/1.0.0.json',
      '--settings',
      'decision-trees/settings/example-council.json',
    );
    expect(first?.claims.filter(({ verdict }) => verdict !== 'holds')).toEqual([]);
    expect(first).toMatchObject({
      ok: true,
      questions: 29,
      outcomes: 14,
      conditions: 42,
      paths: { shortest: 2, longest: 34 },
      cost: { limits: expect.arrayContaining([expect.objectContaining({ id: 'five-minute-review' })]) as unknown },
    });
    expect(status).toBe(0);
  });

  test('proves it for all settings that it allows, and a policy of another domain', () => {
    expect(check('decision-trees/partnership/1.0.0.json').status).toBe(0);
    expect(check('tests/fixtures/equipment/1.0.0.json').status).toBe(0);
  });

  test('a claim that fails is shown with answers, and says so at the top', () => {
    const file = fileOf(edited(equipment, 'limits[0].pages', 1));
    const { status, first } = check(file);
    expect(status).toBe(1);
    const findings = first?.claims.flatMap((one) => one.findings) ?? [];
    expect(findings.map(({ code, place }) => [code, place])).toEqual([['proof.too-many-pages', 'limits[0].pages']]);
    expect(findings[0]?.examples).toHaveLength(1);
    expect(findings[0]?.sentence).toContain('quick-refusal');
    const printed = runTool('policy', 'check', file).stdout;
    expect(printed).toContain('what it claims does not hold');
    expect(printed).toMatch(/^ {4}NO {4}No way takes more/m);
  });

  test('a copy that kept its old version is named', () => {
    const { status, first } = check(fileOf(equipment, '2.0.0.json'));
    expect(first?.failures.map(({ code }) => code)).toEqual(['policy.file-version']);
    expect(status).toBe(1);
  });
});
