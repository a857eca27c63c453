import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type FetchFile, loadSite } from '../../src/app/site';
import { utf8 } from '../../src/base/bytes';
import type { Result } from '../../src/base/result';
import { sealedForm } from '../../src/policy/parse';
import { knownPolicy } from '../support/policies';

const { model } = knownPolicy('tests/fixtures/equipment', '1.0.0.json');
const { policy, settings } = model;

const paths = {
  index: 'trees/index.json',
  policy: 'trees/equipment/1.0.0.json',
  settings: 'trees/settings/lending.json',
};

const indexOf = (policies: readonly object[], settingsEntries: readonly object[]) => ({
  format: 'index/0',
  policies,
  settings: settingsEntries,
});
const entryOf = (version: string, value = { ...policy, version }) => ({
  id: policy.id,
  version,
  path: `equipment/${version}.json`,
  sha256: sealedForm(value).sha256,
});
const settingsEntry = (path: string, value = settings) => ({
  id: value.id,
  example: value.example,
  path: `settings/${path}.json`,
  sha256: sealedForm(value).sha256,
});

/** A site of one policy and its settings. */
const site: Readonly<Record<string, unknown>> = {
  [paths.index]: indexOf([entryOf('1.0.0')], [settingsEntry('lending')]),
  [paths.policy]: policy,
  [paths.settings]: settings,
};

const load = (files: Readonly<Record<string, unknown>>, asked: string[] = []) => {
  const fetchFile: FetchFile = (path) => {
    asked.push(path);
    const file = files[path];
    if (file === undefined) return Promise.reject(new Error('404'));
    return Promise.resolve(utf8(typeof file === 'string' ? file : JSON.stringify(file)));
  };
  return loadSite(fetchFile, 'trees/');
};

const faults = (result: Result<unknown>): readonly string[] =>
  result.ok ? [] : result.failures.map(({ code, place }) => `${code} ${place}`);

describe('a site', () => {
  test('gives its policy and its settings, however their files are spaced', async () => {
    const spaced = { ...site, [paths.policy]: JSON.stringify(policy, undefined, 7) };
    expect(await load(spaced)).toEqual({ ok: true, value: { policies: [policy], settings } });
  });

  test('gives the newest version of a policy, by number, and does not ask for the others', async () => {
    const versions = ['1.9.0', '1.10.0', '1.2.11'];
    const files = Object.fromEntries(
      versions.map((version) => [`trees/equipment/${version}.json`, { ...policy, version }]),
    );
    const asked: string[] = [];
    const loaded = await load(
      {
        ...site,
        ...files,
        [paths.index]: indexOf(
          versions.map((one) => entryOf(one)),
          [settingsEntry('lending')],
        ),
      },
      asked,
    );
    expect(loaded).toMatchObject({ ok: true, value: { policies: [{ version: '1.10.0' }] } });
    expect(asked.filter((path) => path.includes('equipment'))).toEqual(['trees/equipment/1.10.0.json']);
  });

  test('asks for all its files at once, after the index', async () => {
    const asked: string[] = [];
    let answerAll = (): void => undefined;
    const allAsked = new Promise<void>((resolve) => {
      answerAll = resolve;
    });
    const loading = loadSite(async (path) => {
      asked.push(path);
      if (path !== paths.index) await allAsked;
      return utf8(JSON.stringify(site[path]));
    }, 'trees/');
    await expect.poll(() => asked).toEqual([paths.index, paths.settings, paths.policy]);
    answerAll();
    expect((await loading).ok).toBe(true);
  });

  test('takes a council’s own settings before the example’s, wherever they stand', async () => {
    const [own, example] = [
      { ...settings, example: false },
      { ...settings, example: true },
    ];
    const entries = [settingsEntry('example', example), settingsEntry('own', own)];
    const loaded = await load({
      ...site,
      [paths.index]: indexOf([entryOf('1.0.0')], entries),
      'trees/settings/example.json': example,
      'trees/settings/own.json': own,
    });
    expect(loaded).toMatchObject({ ok: true, value: { settings: { example: false } } });
  });
});

describe('a site is refused, naming the file and the place', () => {
  const unset = { ...settings, values: { ...settings.values, [policy.settings[0]?.id ?? '']: 7 } };
  const shapeless = { ...policy, start: 7 };
  test.each<[string, Readonly<Record<string, unknown>>, readonly string[]]>([
    ['where the index is not there', { [paths.index]: undefined }, [`load.unreachable ${paths.index}`]],
    ['where the index is no JSON', { [paths.index]: '{' }, [`json.syntax ${paths.index}`]],
    [
      'where the index is none',
      { [paths.index]: { format: 'index/9' } },
      [
        `load.index ${paths.index}`,
        `shape.choice ${paths.index}: format`,
        `shape.missing ${paths.index}: policies`,
        `shape.missing ${paths.index}: settings`,
      ],
    ],
    [
      'where the index names a file outside its folder',
      {
        [paths.index]: indexOf(
          [{ ...entryOf('1.0.0'), path: 'equipment/../../secret.json' }],
          [settingsEntry('lending')],
        ),
      },
      [`load.index ${paths.index}`, `shape.format ${paths.index}: policies[0].path`],
    ],
    ['where a policy is not there', { [paths.policy]: undefined }, [`load.unreachable ${paths.policy}`]],
    ['where a policy is not text', { [paths.policy]: '["cut' }, [`json.syntax ${paths.policy}`]],
    [
      'where a policy has a key twice, one of which would not count',
      { [paths.policy]: JSON.stringify(policy).replace('"language":0', '"language":0,"title":{"en":"A","en":"B"}') },
      [`json.doubled-key ${paths.policy}: title.en`, `json.doubled-key ${paths.policy}: title`],
    ],
    [
      'where the index has a key twice',
      { [paths.index]: JSON.stringify(site[paths.index]).replace('{', '{"format":"index/9",') },
      [`json.doubled-key ${paths.index}: format`],
    ],
    ['where a policy is wrong', { [paths.policy]: shapeless }, [`shape.kind ${paths.policy}: start`]],
    [
      'where a policy is another than the index names',
      { [paths.policy]: { ...policy, title: { en: 'Another' } } },
      [`load.changed ${paths.policy}`],
    ],
    [
      'where the settings are others than the index names',
      { [paths.settings]: { ...settings, id: 'others' } },
      [`load.changed ${paths.settings}`],
    ],
    [
      'where the settings do not fit the policy',
      {
        [paths.index]: indexOf([entryOf('1.0.0')], [settingsEntry('lending', unset)]),
        [paths.settings]: unset,
      },
      [`settings.kind ${paths.settings}: values.${policy.settings[0]?.id}`],
    ],
  ])('%s', async (_what, change, expected) => {
    expect(faults(await load({ ...site, ...change }))).toEqual(expected);
  });
});

test('the site of the repository loads', async () => {
  const fromDisk: FetchFile = (path) => Promise.resolve(new Uint8Array(readFileSync(path)));
  expect(await loadSite(fromDisk, 'decision-trees/')).toMatchObject({ ok: true });
});
