import { describe, expect, test } from 'vitest';
import { noteGroups, sourceParts } from '../../src/policy/notes';
import type { Note } from '../../src/policy/schema';
import { validityOn } from '../../src/policy/validity';
import { equipment } from './scope';

const { policy } = equipment.model;

describe('guidance notes', () => {
  const [, subject] = policy.guidance;
  const note = (id: string, stage?: string): Note => {
    if (!subject) throw new Error('the equipment policy has no second note');
    return { ...subject, id, ...(stage !== undefined && { stage }) };
  };
  const ids = (guidance: typeof policy.guidance, stages: readonly string[]) =>
    noteGroups({ stages: stages.map((id) => ({ id, title: { en: id } })), guidance }).map((group) => [
      group.title?.en,
      group.notes.map(({ id }) => id),
    ]);

  test('are listed in the order of the stages, then by subject, and empty groups are left out', () => {
    const notes = [note('a', 'late'), note('b'), note('c', 'early'), note('d', 'late'), note('e')];
    expect(ids(notes, ['early', 'empty', 'late'])).toEqual([
      ['early', ['c']],
      ['late', ['a', 'd']],
      [undefined, ['b', 'e']],
    ]);
    expect(ids([note('a', 'late')], ['late'])).toEqual([['late', ['a']]]);
    expect(ids([], ['late'])).toEqual([]);
  });

  test.each([
    ['Rules, section 2', 'Rules, section 2', undefined],
    ['Rules, 2019: https://x.example/a', 'Rules, 2019', 'https://x.example/a'],
    ['Rules (https://x.example/a?b=1#c), 2019', 'Rules, 2019', 'https://x.example/a?b=1#c'],
    ['Rules, https://x.example/a.pdf.', 'Rules.', 'https://x.example/a.pdf'],
    ['https://x.example/', 'https://x.example/', 'https://x.example/'],
    ['Rules, http://x.example/', 'Rules, http://x.example/', undefined],
    ['Rules, javascript:alert(1)', 'Rules, javascript:alert(1)', undefined],
  ])('a source “%s” is read as its words and its address', (text, words, href) => {
    expect(sourceParts(text)).toEqual({ words, ...(href !== undefined && { href }) });
  });
});

describe('the days on which a policy is valid', () => {
  const about = { validFrom: '2026-04-01', validTo: '2029-03-31' };
  test.each([
    ['2026-03-31', 'early'],
    ['2026-04-01', 'valid'],
    ['2029-03-31', 'valid'],
    ['2029-04-01', 'late'],
  ])('%s is %s', (day, expected) => expect(validityOn(about, day)).toBe(expected));

  test('never end where no last day is given', () => {
    expect(validityOn({ validFrom: '2026-04-01' }, '2199-12-31')).toBe('valid');
  });
});
