import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { brandColour } from '../../src/policy/app-settings';
import { parsePolicy, parseSettings } from '../../src/policy/parse';
import type { Policy } from '../../src/policy/schema';
import { checkSettings } from '../../src/policy/settings-check';
import { type Ran, runTool } from '../support/commands';
import { edited } from '../support/edit';
import { readJson } from '../support/policies';
import { equipment } from './scope';

const settings = readJson('tests/fixtures/equipment/settings.json');
const { policy } = equipment.model;

/** The equipment policy with something else at a place. */
const policyWith = (at: string, part: unknown): Policy => {
  const parsed = parsePolicy(edited(readJson('tests/fixtures/equipment/1.0.0.json'), at, part));
  if (!parsed.ok) throw new Error(`the edited policy does not parse: ${JSON.stringify(parsed.failures)}`);
  return parsed.value;
};

const parsed = (value: unknown) => {
  const result = parseSettings(value);
  if (!result.ok) throw new Error('the edited settings do not parse');
  return result.value;
};

const check = (value: unknown, policies: readonly Policy[] = [policy]) => checkSettings(policies, parsed(value));

/** The only options of the question about the store, where the council's list is all it offers. */
const listOnly = policyWith('questions[3].fields[0].options', [{ from: { setting: 'stores' } }]);

describe('a council’s settings beside its policies', () => {
  test('are in order, for the settings of this repository', () => {
    expect(check(settings)).toEqual([]);
    expect(check(settings, [policy, policy])).toEqual([]);
  });

  test('name what no policy declares, since a misspelt one does nothing', () => {
    expect(check(edited(settings, 'values.chargin', 'deposit'))).toMatchObject([
      { code: 'settings.undeclared', place: 'values.chargin', params: { id: 'chargin' } },
    ]);
  });

  test('name what is missing, with what uses it; a default or an empty list is enough', () => {
    expect(check(edited(settings, 'values.stores', undefined))).toEqual([
      { code: 'settings.missing', place: 'values.stores', params: { id: 'stores', kind: 'list', users: 'collection' } },
    ]);
    expect(check(edited(settings, 'values.stores', []))).toEqual([]);
    expect(check(edited(settings, 'values.notice', undefined))).toEqual([]);
    const bare = policyWith('settings[7].default', undefined);
    expect(check(edited(settings, 'values.adviser', undefined), [bare, bare])).toMatchObject([
      { code: 'settings.missing', place: 'values.adviser', params: { kind: 'text' } },
    ]);
  });

  test('name a question that an empty list would leave without options', () => {
    expect(check(edited(settings, 'values.stores', []), [listOnly])).toEqual([
      {
        code: 'settings.no-options',
        place: 'values.stores',
        params: { field: 'store', page: 'collection', lists: 'stores' },
      },
    ]);
    expect(check(settings, [listOnly])).toEqual([]);
  });

  test.each([
    ['#1d4f57', true],
    ['#767676', true],
    ['#777777', false],
    ['#ffdd00', false],
  ])('with the colour %s are in order: %s, and only then is it used', (colour, heeded) => {
    const value = edited(settings, 'app.brandColour', colour);
    expect(brandColour(parsed(value))).toBe(heeded ? colour : undefined);
    expect(check(value).map(({ code, place }) => `${code} ${place}`)).toEqual(
      heeded ? [] : ['settings.contrast app.brandColour'],
    );
    expect(brandColour(equipment.model.settings)).toBeUndefined();
  });
});

const folder = mkdtempSync(join(tmpdir(), 'settings-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('npm run settings -- check', () => {
  const file = join(folder, 'council.json');
  const run = (value: unknown, ...args: readonly string[]): Ran => {
    writeFileSync(file, JSON.stringify(value));
    return runTool('settings', 'check', file, ...args);
  };
  const lending = ['--policy', 'tests/fixtures/equipment/1.0.0.json'];
  const codes = (ran: Ran): readonly string[] =>
    (JSON.parse(ran.stdout) as { failures: readonly { code: string }[] }).failures.map(({ code }) => code);

  test('checks against every policy of the site’s list, or those that are named', () => {
    const site = runTool('settings', 'check', 'decision-trees/settings/example-council.json');
    expect(site).toMatchObject({ status: 0, stderr: '' });
    expect(site.stdout).toContain('no faults found\n  checked against partnership 1.0.0');
    expect(run(settings, ...lending)).toMatchObject({ status: 0 });
    const other = run(settings, '--json');
    expect(other.status).toBe(1);
    expect(new Set(codes(other))).toEqual(new Set(['settings.undeclared', 'settings.missing']));
  });

  test.each([
    ['settings.format', 'format', 'settings/1'],
    ['shape.unknown-key', 'vaules', {}],
    ['settings.kind', 'values.notice', 'ten'],
    ['settings.range', 'values.notice', 61],
    ['settings.contrast', 'app.brandColour', '#ffdd00'],
    ['settings.missing', 'values.stores', undefined],
  ])('ends with 1 and says %s', (code, at, part) => {
    const ran = run(edited(settings, at, part), ...lending, '--json');
    expect([ran.status, codes(ran)]).toEqual([1, [code]]);
    const text = run(edited(settings, at, part), ...lending).stdout;
    expect(text).toContain(`${file}: 1 fault\n  ${at}\n`);
    expect(text).toContain(`[${code}]`);
  });

  test.each([
    ['no command', []],
    ['a command that is none', ['chekc', 'x.json']],
    ['no file', ['check']],
    ['a file that is not there', ['check', 'nowhere.json']],
    ['a policy that is not there', ['check', 'tests/fixtures/equipment/settings.json', '--policy', 'nowhere.json']],
  ])('is called wrongly with %s, and says how to call it', (_what, args) => {
    const { status, stdout, stderr } = runTool('settings', ...args);
    expect([status, stdout]).toEqual([64, '']);
    expect(stderr).toContain('npm run settings -- check FILE');
  });
});
