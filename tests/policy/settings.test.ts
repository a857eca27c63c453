import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { modelOf, optionsOf, settingItems, settingOf } from '../../src/policy/model';
import {
  parsePolicy,
  parseSettings,
  type SettingsCode,
  settingsFaults,
  undeclaredSettings,
} from '../../src/policy/parse';
import { settingReading } from '../../src/policy/scope';
import { edited } from '../support/edit';
import { readJson } from '../support/policies';
import { equipment, scopeWith } from './scope';

const settings = readJson('tests/fixtures/equipment/settings.json');
const { policy } = equipment.model;

/** Every failure of a settings file, by itself and beside the equipment policy, as code and place. */
const faults = (value: unknown): readonly string[] => {
  const result = parseSettings(value);
  const failures = result.ok ? settingsFaults(policy, result.value) : result.failures;
  return failures.map(({ code, place }) => `${code} at ${place}`);
};

const item = (id: string) => ({ id, label: { en: id } });

describe('a council’s settings from outside', () => {
  test('are given back as they are where nothing is wrong', () => {
    expect(parseSettings(settings)).toEqual({ ok: true, value: settings });
    expect(faults(settings)).toEqual([]);
  });

  test('that no policy declares are named, since a misspelt one does nothing', () => {
    const result = parseSettings(edited(settings, 'values.chargin', 'deposit'));
    if (!result.ok) throw new Error('not read');
    expect(undeclaredSettings([policy], result.value)).toMatchObject([
      { code: 'settings.undeclared', place: 'values.chargin', params: { id: 'chargin' } },
    ]);
    expect(undeclaredSettings([], result.value).length).toBe(Object.keys(result.value.values).length);
  });

  test.each<readonly [code: SettingsCode, place: string, at: string, part: unknown]>([
    ['settings.format', 'format', 'format', 'settings/1'],
    ['settings.format', 'format', 'format', { toString: 1 }],
    ['shape.unknown-key', 'app.color', 'app.color', '#ffffff'],
    ['shape.missing', 'app.evidence.bytesAll', 'app.evidence.bytesAll', undefined],
    ['shape.choice', 'app.evidence.types[0]', 'app.evidence.types[0]', 'application/x-msdownload'],
    ['shape.choice', 'app.evidence.types[1]', 'app.evidence.types[1]', 'application/zip'],
    ['shape.choice', 'app.evidence.types[1]', 'app.evidence.types[1]', 'text/javascript'],
    [
      'shape.choice',
      'app.evidence.types[2]',
      'app.evidence.types[2]',
      'application/vnd.ms-word.document.macroenabled.12',
    ],
    ['shape.format', 'app.registerEmail', 'app.registerEmail', 'stores at harbour'],
    ['shape.format', 'app.brandColour', 'app.brandColour', 'red'],
    ['shape.format', 'app.timestampPath', 'app.timestampPath', 'https://elsewhere.example/'],
    ['shape.format', 'values.Notice', 'values.Notice', 10],
    ['shape.form', 'values.notice', 'values.notice', 1.5],
    ['settings.text-form', 'app.council', 'app.council', ' Harbour Town'],
    ['settings.characters', 'app.council', 'app.council', 'Harbour\u200bTown'],
    ['settings.characters', 'values.stores[0].contact', 'values.stores[0].contact', 'Ифан'],
    ['settings.characters', 'values.stores[0].label.en', 'values.stores[0].label.en', 'Depot 🏟'],
    ['settings.kind', 'values.notice', 'values.notice', 'ten'],
    ['settings.kind', 'values.adviser', 'values.adviser', 3],
    ['settings.kind', 'values.stores', 'values.stores', 'parks'],
    ['settings.kind', 'values.charging', 'values.charging', 'gift'],
    ['settings.range', 'values.notice', 'values.notice', 61],
    ['settings.range', 'values.insured-from', 'values.insured-from', -1],
    ['settings.duplicate-id', 'values.stores', 'values.stores', [item('parks'), item('parks')]],
    ['settings.duplicate-id', 'values.stores', 'values.stores', [item('elsewhere')]],
  ])('%s at %s', (code, place, at, part) => {
    expect(faults(edited(settings, at, part))).toContain(`${code} at ${place}`);
  });

  test('keep the order that the policy asks for, with defaults where they are left out', () => {
    const parsed = parsePolicy(
      edited(readJson('tests/fixtures/equipment/1.0.0.json'), 'settings[5].notBelow', 'notice'),
    );
    if (!parsed.ok) throw new Error('not read');
    const orders = (values: object) => {
      const result = parseSettings(edited(settings, 'values', values));
      if (!result.ok) throw new Error('not read');
      return settingsFaults(parsed.value, result.value).map(({ code, place, params }) => [code, place, params]);
    };
    const told = (high: number, low: number) => ({ upper: 'longest-loan', high, lower: 'notice', low });
    expect(orders({})).toEqual([]);
    expect(orders({ notice: 14 })).toEqual([]);
    expect(orders({ notice: 15 })).toEqual([['settings.order', 'values.notice', told(14, 15)]]);
    expect(orders({ 'longest-loan': 9 })).toEqual([['settings.order', 'values.longest-loan', told(9, 10)]]);
    expect(orders({ notice: 20, 'longest-loan': 19 })).toEqual([
      ['settings.order', 'values.longest-loan', told(19, 20)],
    ]);
    expect(orders({ notice: 20, 'longest-loan': 20 })).toEqual([]);
  });

  test('of any kind are a failure, and nothing is thrown', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(faults(value).length).toBeGreaterThan(0);
        expect(faults({ format: 'settings/0', values: value }).length).toBeGreaterThan(0);
      }),
    );
  });

  test('may say what the policy does not ask, and leave out what it does', () => {
    expect(faults(edited(settings, 'values', { 'another-policy': 3 }))).toEqual([]);
  });
});

describe('a setting', () => {
  const bare = parseSettings(edited(settings, 'values', {}));
  if (!bare.ok) throw new Error('settings without values do not parse');
  const unset = modelOf(policy, bare.value);

  test('is the council’s, or else the policy’s default, or else not answered', () => {
    expect(settingOf(equipment.model, 'insured-from')).toBe(100_000);
    expect(settingOf(unset, 'insured-from')).toBe(50_000);
    expect(settingOf(unset, 'stores')).toBeUndefined();
    expect(settingReading(scopeWith({}, unset), 'stores')).toBeUndefined();
    expect(settingOf(unset, 'constructor')).toBeUndefined();
  });

  test('that is a list gives options, in its order', () => {
    const store = policy.questions[3]?.fields[0];
    if (store?.kind !== 'choice') throw new Error('not a choice');
    const ids = (model: typeof unset) => optionsOf(model, store).map(({ id }) => id);
    expect(ids(equipment.model)).toEqual(['parks', 'library', 'leisure', 'elsewhere']);
    expect(ids(unset)).toEqual(['elsewhere']);
    expect(settingItems(equipment.model, 'notice')).toEqual([]);
  });
});
