import { describe, expect, it } from 'vitest';
import { replay } from '../../src/assessment/assessment';
import { entrySchema } from '../../src/assessment/log';
import { fromUtf8 } from '../../src/base/bytes';
import { csvFile } from '../../src/base/csv';
import { enclosedName } from '../../src/base/file-name';
import { parseShape } from '../../src/base/shape';
import { canonicalText, isCanonicalText, refusedCharacters } from '../../src/base/text';
import { parsePolicy, parseSettings, sealedForm } from '../../src/policy/parse';
import { placeholdersIn, textsIn } from '../../src/policy/wording';
import { readContent, writeContent } from '../../src/storage/backup-content';
import { seeded } from '../support/answers';
import { edited } from '../support/edit';
import { hostile } from '../support/hostile';
import { knownPolicy, readJson } from '../support/policies';
import { logOf } from '../support/records';

const { model, cases } = knownPolicy('decision-trees/partnership', '1.0.0.json');
const log = logOf(model, new Map(Object.entries(cases[0]?.answers ?? {})), seeded(1), { notes: true });
const first = log[0];
if (first?.kind !== 'started') throw new Error('a log without a beginning');
const words = log.find((entry) => entry.kind === 'answered' && typeof entry.value === 'string');

/** The hostile texts that pass a door, for which a rule says whether they may. */
const passing = (passes: (text: string) => boolean): readonly string[] => hostile.filter(passes);

const isShort = (most: number) => (text: string) => text.length > 0 && text.length <= most;

describe('each door lets in exactly the texts that a record can hold, as they are, and never throws', () => {
  it('what is typed is put into the one form, or its characters are named', () => {
    for (const lines of [true, false])
      for (const text of hostile) {
        const once = canonicalText(text, lines);
        expect(canonicalText(once, lines)).toBe(once);
        expect(isCanonicalText(once, lines), JSON.stringify(text)).toBe(refusedCharacters(once, lines).length === 0);
      }
  });

  it('a policy', () => {
    const policy = readJson('tests/fixtures/equipment/1.0.0.json');
    const places = textsIn(policy).map(({ place }) => place);
    expect(places.length).toBeGreaterThan(100);
    const found = passing((text) => {
      const place = places[hostile.indexOf(text) % places.length] ?? '';
      return parsePolicy(edited(policy, `${place}.en`, text)).ok;
    });
    const may = passing(
      (text) => isShort(4000)(text) && isCanonicalText(text, false) && placeholdersIn(text).length === 0,
    );
    expect(found).toEqual(may);
  });

  it.each(['app.council', 'app.service', 'values.stores[0].label.en', 'values.adviser'])('settings, at %s', (place) => {
    const settings = readJson('tests/fixtures/equipment/settings.json');
    const most = place.endsWith('label.en') ? 4000 : 300;
    expect(passing((text) => parseSettings(edited(settings, place, text)).ok)).toEqual(
      passing((text) => isShort(most)(text) && isCanonicalText(text, false)),
    );
  });

  it('an entry of a draft', () => {
    for (const entry of [words, log.find(({ kind }) => kind === 'noted')])
      expect(passing((value) => parseShape(entrySchema, { ...entry, value }).ok)).toEqual(
        passing((text) => isShort(4000)(text) && isCanonicalText(text, true)),
      );
  });

  it('a draft that was handed over or backed up, whose title and unfinished typing are any text', () => {
    const row = {
      id: first.draft,
      partnership: first.draft,
      kind: 'record' as const,
      policy: first.policy,
      settings: first.settings,
      createdAt: first.at,
      updatedAt: first.at,
    };
    const pinned = (['policy', 'settings'] as const).map((kind) => ({ kind, ...sealedForm(model[kind]) }));
    const body = (title: string, value: string) =>
      writeContent({
        kind: 'draft',
        app: '0.1.0',
        madeAt: first.at,
        profile: 'p',
        drafts: [{ ...row, title }],
        entries: [first, { ...words, value } as (typeof log)[number]],
        pending: [{ draft: first.draft, field: '__proto__', tab: 'constructor', raw: title, at: first.at }],
        pinned,
        files: [],
        records: [],
        certificates: [],
      });
    const whole = hostile.filter((text) => text.isWellFormed());
    for (const text of whole) {
      const read = readContent(body(text, 'Plain'));
      expect(read.ok && read.value.drafts[0]?.title).toBe(text.normalize('NFC'));
      expect(read.ok && read.value.pending[0]?.raw).toBe(text.normalize('NFC'));
    }
    expect(whole.filter((text) => readContent(body('Plain', text)).ok)).toEqual(
      whole.filter((text) => isShort(4000)(text) && isCanonicalText(text.normalize('NFC'), true)),
    );
  });
});

describe('names that JavaScript knows are nothing but names', () => {
  it.each(['constructor', 'prototype', 'tostring', 'valueof', 'length', 'then', 'has', 'proto'])(
    'an answer to the field “%s”, which no policy has, changes nothing',
    (field) => {
      const strange = { ...words, id: first.id, counter: 999, field, value: 'x' } as (typeof log)[number];
      expect(replay(model, [...log, strange])?.walk.outcome).toBe(replay(model, log)?.walk.outcome);
    },
  );

  it('and “__proto__” is refused wherever a file has it as a key', () => {
    for (const place of ['__proto__', 'app.__proto__', 'values.__proto__'])
      expect(
        parseSettings(edited(readJson('tests/fixtures/equipment/settings.json'), place, { polluted: true })).ok,
      ).toBe(false);
    expect(({} as { readonly polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe('what goes out to other programs', () => {
  it('a spreadsheet works out no cell', () => {
    for (const text of hostile) {
      const [cell = ''] = (fromUtf8(csvFile([[text]])) ?? '').slice(1).split('\r\n');
      expect(cell).not.toMatch(/^"[\s"]*[=+\-@]/);
    }
  });

  it('an enclosed file has a plain name', () => {
    for (const text of hostile)
      expect(enclosedName(1, text)).toMatch(/^evidence-1-[A-Za-z0-9][A-Za-z0-9 ._()-]{0,108}$/);
  });
});
