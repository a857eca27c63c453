import { describe, expect, test } from 'vitest';
import { livePage, type RawValues, readPage } from '../../src/features/assess/form/overlay';
import type { Raw } from '../../src/features/assess/form/raw';
import type { Answer, Key } from '../../src/policy/answer';
import { walk } from '../../src/policy/walk';
import { knownPolicy } from '../support/policies';

const { model, cases } = knownPolicy('decision-trees/partnership', '1.0.0.json');

/** What a page reads from its form, when an officer comes to it with the answers of a worked case to all before it. */
const readingOf = (id: string, pageId: string, group: Key, raws: RawValues) => {
  const found = cases.find((one) => one.id === id);
  const page = model.pages.get(pageId);
  if (!found || !page) throw new Error(`no case ${id}, or no page ${pageId}`);
  const here = new Set(page.fields.map((field) => field.id));
  const before = new Map<Key, Answer>(
    Object.entries(found.answers).filter(([key]) => {
      const place = model.places.get(key.split('/')[0] ?? '');
      return place?.group === undefined ? !here.has(key) : !here.has(place.group.id);
    }),
  );
  const walked = walk(model, before, found.today);
  const { readings, failures } = readPage(livePage(walked, before, { page }, raws), raws);
  return {
    rows: readings.find(({ asked }) => asked.key === group)?.value,
    asked: readings.map(({ asked }) => asked.key).filter((key) => key.includes('/')),
    failures: failures.map(({ place }) => place),
  };
};

describe('a row that was added and left blank', () => {
  const measures: RawValues = new Map<Key, Raw>([
    ['n2-details', 'now'],
    ['b7-list', ['p1', 'p2', 'p3']],
    ['b7-list-name/p1', 'Places taken'],
    ['b7-list-name/p2', '  '],
    ['b7-list-target/p3', '300'],
  ]);

  test('is left out, and stands in nobody’s way', () => {
    const { rows, asked, failures } = readingOf('new-go-ahead', 'n2', 'b7-list', measures);
    expect(rows).toEqual(['p1', 'p3']);
    expect(asked.some((key) => key.endsWith('/p2'))).toBe(false);
    // the third has a target and no name
    expect(failures.filter((place) => place.includes('/'))).toEqual(['b7-list-name/p3']);
  });

  test('leaves an optional table unanswered where it is the only one', () => {
    const raws = new Map<Key, Raw>([
      ['n2-details', 'now'],
      ['b7-list', ['p1']],
    ]);
    const { rows, failures } = readingOf('new-go-ahead', 'n2', 'b7-list', raws);
    expect(rows).toBeUndefined();
    expect(failures.filter((place) => place.includes('/'))).toEqual([]);
  });

  test('is asked for where the table needs one', () => {
    const { failures } = readingOf(
      'new-go-ahead',
      'a5',
      'a5-partners',
      new Map<Key, Raw>([
        ['a5-partners-known', 'all'],
        ['a5-partners', ['p1', 'p2']],
      ]),
    );
    expect(failures).toContain('a5-partner-name/p1');
    expect(failures.some((place) => place.endsWith('/p2'))).toBe(false);
  });
});
