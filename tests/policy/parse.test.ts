import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical, type Json } from '../../src/base/canonical';
import { raisedConditions, read } from '../../src/policy/evaluate';
import { modelOf } from '../../src/policy/model';
import { parsePolicy, parseSettings, type PolicyCode, sealedForm } from '../../src/policy/parse';
import { walk } from '../../src/policy/walk';
import { randomAnswers, seeded } from '../support/answers';
import { edited, partAt } from '../support/edit';
import { readJson } from '../support/policies';
import { equipment } from './scope';

const policy = readJson('tests/fixtures/equipment/1.0.0.json');

/** Every failure of a policy, as code and place. */
const faults = (value: unknown): readonly string[] => {
  const result = parsePolicy(value);
  return result.ok ? [] : result.failures.map(({ code, place }) => `${code} at ${place}`);
};

/** An edit that breaks the equipment policy: where, what is put there, and the one failure that it must bring. */
type Edit = readonly [code: PolicyCode, place: string, at: string, part: unknown];

const en = (text: string) => ({ en: text });
const nested = (levels: number): unknown => (levels === 0 ? 0 : [nested(levels - 1)]);
const notExactly = { field: 'hazard', iz: 'gas' };

const edits: readonly Edit[] = [
  // shape
  ['shape.missing', 'title', 'title', undefined],
  ['shape.missing', 'questions[0].fields[0].max', 'questions[0].fields[0].max', undefined],
  ['shape.unknown-key', 'questions[0].colour', 'questions[0].colour', 'red'],
  ['shape.unknown-key', 'questions[0].fields[1].person', 'questions[0].fields[1].person', true],
  ['shape.choice', 'questions[0].fields[0].person', 'questions[0].fields[0].person', false],
  ['shape.kind', 'questions', 'questions', {}],
  ['shape.choice', 'values[7].as', 'values[7].as', 'metres'],
  ['shape.choice', 'outcomes[0].tone', 'outcomes[0].tone', 'blue'],
  ['shape.size', 'questions[0].fields', 'questions[0].fields', []],
  ['shape.size', 'questions[0].fields[0].max', 'questions[0].fields[0].max', 4001],
  ['shape.format', 'questions[0].id', 'questions[0].id', 'Borrower'],
  ['shape.format', 'about.validFrom', 'about.validFrom', '2026-02-30'],
  ['shape.form', 'questions[0].next[0].when', 'questions[0].next[0].when', notExactly],
  ['shape.form', 'values[0].kind', 'values[0].kind', 'difference'],
  ['shape.form', 'conditions[0].when.any[0].oneOf[1]', 'conditions[0].when.any[0].oneOf[1]', null],
  ['shape.forbidden-key', 'title.__proto__', 'title.__proto__', { cy: 'x' }],
  ['json.too-deep', `title${'[0]'.repeat(63)}`, 'title', nested(70)],
  // the file as a whole
  ['policy.not-a-policy', '', 'language', undefined],
  ['policy.language', 'language', 'language', 1],
  // ids
  ['policy.duplicate-id', 'outcomes[0].id', 'outcomes[0].id', 'event'],
  ['policy.duplicate-id', 'questions[11].fields[1].id', 'questions[11].fields[1].id', 'agrees'],
  ['policy.duplicate-id', 'questions[9].fields[0].options[2].id', 'questions[9].fields[0].options[2].id', 'no'],
  ['policy.duplicate-id', 'lists[1].items[2].id', 'lists[1].items[0].id', 'attendance'],
  ['policy.duplicate-id', 'settings[6].options[1].id', 'settings[6].options[0].id', 'deposit'],
  ['policy.duplicate-id', 'guidance[1].id', 'guidance[1].id', 'notice-guidance'],
  ['policy.duplicate-id', 'stages[1].id', 'stages[1]', { id: 'before-lending', title: { en: 'Again' } }],
  ['policy.duplicate-id', 'overview.figures[1].id', 'overview.figures[1].id', 'returns'],
  ['policy.unknown-reference', 'overview.figures[3].by[0].field', 'overview.figures[3].by[0].field', 'nowhere'],
  ['policy.unknown-reference', 'overview.figures[1].when.value', 'overview.figures[1].when.value', 'nowhere'],
  ['policy.unknown-reference', 'guidance[0].stage', 'guidance[0].stage', 'who'],
  ['policy.unknown-reference', 'guidance[1].sources[1]', 'guidance[1].sources[1]', 'nothing'],
  ['policy.unknown-reference', 'questions[2].guidance[0]', 'questions[2].guidance[0]', 'lending-rules'],
  ['policy.unknown-reference', 'questions[2].recall[0]', 'questions[2].recall', ['borrower']],
  ['policy.unknown-reference', 'questions[0].section', 'questions[0].section', 'nowhere'],
  ['policy.unknown-reference', 'questions[0].next[1].to', 'questions[0].next[1].to', 'nowhere'],
  ['policy.unknown-reference', 'questions[0].next[0].when.field', 'questions[0].next[0].when.field', 'nothing'],
  ['policy.unknown-reference', 'questions[0].why.sources[0]', 'questions[0].why.sources[0]', 'nothing'],
  [
    'policy.unknown-reference',
    'questions[0].fields[1].options[0].from.list',
    'questions[0].fields[1].options[0].from.list',
    'nothing',
  ],
  [
    'policy.unknown-reference',
    'questions[3].fields[1].carry.contact',
    'questions[3].fields[1].carry.contact',
    'nothing',
  ],
  ['policy.unknown-reference', 'conditions[0].owner', 'conditions[0].owner', 'nobody'],
  ['policy.unknown-reference', 'conditions[0].due[0].point', 'conditions[0].due[0].point', 'never'],
  ['policy.unknown-reference', 'outcomes[0].by[0].date.value', 'outcomes[0].by', [{ date: { value: 'nothing' } }]],
  ['policy.unknown-reference', 'start', 'start', 'lend'],
  ['policy.unknown-reference', 'subject[1]', 'subject[1]', 'total'],
  ['policy.unknown-reference', 'implications[0].conditions[0]', 'implications[0].conditions[0]', 'none'],
  ['policy.unknown-reference', 'values[4].of[0].row', 'values[4].of[0].row', 'parking'],
  ['policy.unknown-reference', 'approval.approver.row', 'approval.approver.row', 'delivery'],
  // routes and tables
  ['policy.no-last-route', 'questions[0].next', 'questions[0].next[1].when', { field: 'borrower-kind', is: 'group' }],
  ['policy.no-last-route', 'values[13].rows', 'values[13].rows[6].when', { field: 'agrees', is: 'yes' }],
  ['policy.no-last-route', 'outcomes[3].reason', 'outcomes[3].reason[2].when', { field: 'agrees', is: 'no' }],
  ['policy.unreachable-row', 'questions[0].next[1]', 'questions[0].next[0].when', undefined],
  ['policy.unreachable-row', 'values[12].rows[1]', 'values[12].rows[0].when', undefined],
  ['policy.unreachable-row', 'conditions[1].due[1]', 'conditions[1].due[0].when', undefined],
  ['policy.unreachable-row', 'conditions[1].text[1]', 'conditions[1].text[0].when', undefined],
  [
    'policy.unreachable-row',
    'outcomes[0].by[1]',
    'outcomes[0].by',
    [{ date: { today: true } }, { date: { today: true } }],
  ],
  ['policy.page-cycle', 'questions[2]', 'questions[10].next[0].to', 'event'],
  ['policy.not-an-outcome', 'questions[11].next[0].to', 'questions[11].next[0].to.value', 'approver-date'],
  ['policy.not-an-outcome', 'values[13].rows[6].then', 'values[13].rows[6].then', 'agreement'],
  ['policy.not-an-outcome', 'values[13].rows[6].then', 'values[13].rows[6].then', { field: 'agrees' }],
  ['policy.each-needs-list', 'questions[6].each', 'questions[6].each.over', { chosen: 'hazard' }],
  ['policy.nested-rows', 'questions[4].fields[0]', 'questions[4].each', { over: { list: 'services' } }],
  ['policy.grid-columns', 'questions[7].fields[1].columns', 'questions[7].fields[1].columns[1]', ['precaution-known']],
  ['policy.grid-columns', 'questions[5].fields[0].columns', 'questions[5].fields[0].columns', [['precaution-known']]],
  ['policy.aside', 'questions[0].fields[0].aside', 'questions[0].fields[0].aside', true],
  ['policy.range', 'questions[2].fields[2]', 'questions[2].fields[2].min', 31],
  ['policy.range', 'questions[4].fields[0].fields[1]', 'questions[4].fields[0].fields[1].max', 99],
  ['policy.range', 'settings[1]', 'settings[1].max', -1],
  ['policy.default', 'settings[6].default', 'settings[6].default', 'gift'],
  ['policy.default', 'settings[4].default', 'settings[4].default', 61],
  ['policy.order-kind', 'settings[4].notBelow', 'settings[4].notBelow', 'adviser'],
  ['policy.order-kind', 'settings[4].notBelow', 'settings[4].notBelow', 'notice'],
  ['policy.default-order', 'settings[4].default', 'settings[4].notBelow', 'longest-loan'],
  ['policy.second-unsure', 'questions[9].fields[0].options[2]', 'questions[9].fields[0].options[0].unsure', true],
  // what is taken up again
  [
    'policy.unknown-reference',
    'outcomes[0].reopen.raised[0]',
    'outcomes[0].reopen',
    { raised: ['never'], settled: [] },
  ],
  [
    'policy.unknown-reference',
    'outcomes[0].reopen.settled[0]',
    'outcomes[0].reopen',
    { raised: [], settled: ['none'] },
  ],
  ['policy.unknown-reference', 'questions[9].fields[0].options.yes', 'questions[9].fields[0].options[0].was', ['ever']],
  // what is read
  ['policy.value-cycle', 'values[0]', 'values[0].of[0]', { value: 'exposure' }],
  ['policy.value-cycle', 'duePoints[0]', 'conditions[2].when', { raised: ['before-collection'], atLeast: 1 }],
  ['policy.value-cycle', 'values[8]', 'values[8].plus.workingDays', { raised: ['before-collection'] }],
  ['policy.value-cycle', 'values[9]', 'values[9].plus.days', { raised: ['on-return'] }],
  [
    'policy.reads-ahead',
    'questions[2].fields[0].when',
    'questions[2].fields[0].when',
    { field: 'event-days', atLeast: 2 },
  ],
  [
    'policy.reads-ahead',
    'questions[2].fields[1].required',
    'questions[2].fields[1].required',
    { field: 'agrees', is: 'no' },
  ],
  ['policy.reads-ahead', 'questions[2].fields[1].to', 'questions[2].fields[1].to', { value: 'total' }],
  [
    'policy.reads-ahead',
    'questions[7].fields[0].options[1].when',
    'questions[7].fields[0].options[1].when',
    { unsure: true, is: 1 },
  ],
  ['policy.reads-ahead', 'questions[6].each.where', 'questions[6].each.where', { field: 'cost', atLeast: 1 }],
  ['policy.unknown-option', 'questions[9].next[0].when.is', 'questions[9].next[0].when.is', 'nevr'],
  ['policy.unknown-option', 'questions[9].next[1].when.is', 'questions[9].next[1].when.is', 'deposits'],
  // words
  ['policy.missing-text', 'title', 'languages', ['en', 'cy']],
  ['policy.characters', 'title.en', 'title', en('Lending\u200bequipment')],
  ['policy.text-form', 'title.en', 'title', en('Lending  equipment')],
  ['policy.characters', 'values[12].rows[1].then', 'values[12].rows[1].then', 'stoŕe\u200b'],
  ['policy.unknown-placeholder', 'outcomes[0].reason.en', 'outcomes[0].reason', en('Bring {it} back.')],
  ['policy.unknown-placeholder', 'guidance[1].title.en', 'guidance[1].title', en('Looking after {it}')],
  ['policy.early-placeholder', 'about.origin.en', 'about.origin', en('Asked of {borrower-name}.')],
  ['policy.early-placeholder', 'practice.title.en', 'practice.title', en('The loan of {borrower-name}')],
  ['policy.early-placeholder', 'guidance[0].summary.en', 'guidance[0].summary', en('For {borrower-name}.')],
];

describe('a policy from outside', () => {
  test('is given back as it is where nothing is wrong', () => {
    expect(parsePolicy(policy)).toEqual({ ok: true, value: policy });
  });

  test('may name anyone as the contact of a setting’s item, and give the bounds of a date as dates', () => {
    const item = { id: 'parks', label: en('Parks depot'), contact: 'Ifan Pugh' };
    expect(faults(edited(policy, 'settings[0].default', [item]))).toEqual([]);
    expect(faults(edited(policy, 'questions[2].fields[1].from', '2026-12-01'))).toEqual([]);
  });

  test('is the same again once it has been sealed', () => {
    const parsed = parsePolicy(policy);
    if (!parsed.ok) throw new Error('the equipment policy does not parse');
    const { bytes, sha256 } = sealedForm(parsed.value);
    const again = parsePolicy(JSON.parse(new TextDecoder().decode(bytes)));
    expect(again.ok && sealedForm(again.value).sha256).toBe(sha256);
    expect(new TextDecoder().decode(bytes)).toBe(canonical(policy as Json));
  });

  test.each(edits)('%s at %s', (code, place, at, part) => {
    expect(faults(edited(policy, at, part))).toContain(`${code} at ${place}`);
  });
});

/** The paths of everything in a JSON value. */
const pathsIn = (value: unknown, path: string): readonly string[] =>
  typeof value !== 'object' || value === null
    ? [path]
    : [
        path,
        ...Object.entries(value).flatMap(([key, inner]) =>
          pathsIn(inner, Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`),
        ),
      ];

describe('a hostile policy', () => {
  test('of any kind is a failure, and nothing is thrown', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(faults(value).length).toBeGreaterThan(0);
        expect(faults({ language: value }).length).toBeGreaterThan(0);
        expect(faults({ language: 0, questions: value }).length).toBeGreaterThan(0);
      }),
    );
  });

  test('that still parses once parts of it have changed places can be walked to the end of its answers', () => {
    const paths = Object.keys(policy as object).flatMap((key) => pathsIn(partAt(policy, key), key));
    const settings = parseSettings(readJson('tests/fixtures/equipment/settings.json'));
    if (!settings.ok) throw new Error('the equipment settings do not parse');
    const { model: sound } = equipment;
    const complete = randomAnswers(sound, seeded(7), { tries: 9, optional: 'filled' });
    let walked = 0;
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.constantFrom(...paths), (to, from) => {
        const result = parsePolicy(edited(policy, to, partAt(policy, from)));
        if (!result.ok) return;
        walked++;
        const model = modelOf(result.value, settings.value);
        const walks = [walk(model, new Map(), '2026-11-23'), walk(model, complete, '2026-11-23')];
        for (const one of walks) {
          raisedConditions(one);
          for (const value of model.policy.values) read(one, { value: value.id }, 'delivery');
          expect(one.path.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 400 },
    );
    expect(walked).toBeGreaterThan(10);
  });

  test('whose values read one another twice over comes to an end', () => {
    const doubled = Array.from({ length: 200 }, (_, index) => ({
      id: `double-${index}`,
      kind: 'sum',
      of: index === 0 ? [0] : [{ value: `double-${index - 1}` }, { value: `double-${index - 1}` }],
    }));
    const values = partAt(policy, 'values') as readonly unknown[];
    const result = parsePolicy(edited(policy, 'values', [...values, ...doubled]));
    const settings = parseSettings(readJson('tests/fixtures/equipment/settings.json'));
    if (!result.ok || !settings.ok) throw new Error('the doubled policy does not parse');
    expect(read(walk(modelOf(result.value, settings.value), new Map(), '2026-11-23'), { value: 'double-199' })).toBe(0);
  });
});

test('a scale needs a number of its own for each of its levels', () => {
  const shipped = readJson('decision-trees/partnership/1.0.0.json') as { lists: { id: string; items: object[] }[] };
  const faultsWith = (change: (item: Record<string, unknown>) => object): readonly string[] => {
    const lists = shipped.lists.map((list) =>
      list.id === 'impact'
        ? { ...list, items: list.items.map((item) => change(item as Record<string, unknown>)) }
        : list,
    );
    const parsed = parsePolicy({ ...shipped, lists });
    return parsed.ok ? [] : [...new Set(parsed.failures.map((one) => one.code))];
  };
  expect(faultsWith((item) => item)).toEqual([]);
  expect(faultsWith(({ score: _, ...item }) => item)).toEqual(['policy.scale-levels']);
  expect(faultsWith((item) => ({ ...item, score: 3 }))).toEqual(['policy.scale-levels']);
});
