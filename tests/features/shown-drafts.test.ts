import { describe, expect, it } from 'vitest';
import { latestOpen, nameOf, placeOf, shownDrafts } from '../../src/features/start/shown-drafts';
import type { DraftLine } from '../../src/storage/draft-list';

const at = (minute: number): string => `2026-11-22T10:${String(minute).padStart(2, '0')}:00+00:00`;

const line = (id: string, started: number, changed: number, more: Partial<DraftLine> = {}): DraftLine => ({
  id,
  partnership: 'p',
  kind: 'record',
  policy: 'a',
  settings: 'b',
  title: id,
  createdAt: at(started),
  updatedAt: at(changed),
  ...more,
});

const rows = [
  line('Village hall', 1, 9, { outcome: 'Go ahead' }),
  line('Cameras', 3, 5, { name: 'Siân’s cameras' }),
  line('', 2, 7),
];
const found = (search: string, order: 'changed' | 'name' | 'started' = 'changed'): readonly string[] =>
  shownDrafts(rows, search, order).map(nameOf);

describe('the list', () => {
  it('is in the order asked for', () => {
    expect(found('', 'changed')).toEqual(['Village hall', 'Not named yet', 'Siân’s cameras']);
    expect(found('', 'name')).toEqual(['Not named yet', 'Siân’s cameras', 'Village hall']);
    expect(found('', 'started')).toEqual(['Siân’s cameras', 'Not named yet', 'Village hall']);
  });

  it('is searched by every word, in the name, the subject and the recommendation, whatever capitals and accents', () => {
    expect(found('SIAN')).toEqual(['Siân’s cameras']);
    expect(found('cameras sian')).toEqual(['Siân’s cameras']);
    expect(found('ahead')).toEqual(['Village hall']);
    expect(found('  hall   go ')).toEqual(['Village hall']);
    expect(found('hall cameras')).toEqual([]);
  });
});

describe('what to carry on with', () => {
  it('is the latest that is neither signed nor put away', () => {
    const put = [
      line('signed', 1, 9, { signedAt: at(9) }),
      line('archived', 1, 8, { archivedAt: at(8) }),
      line('deleted', 1, 7, { deletedAt: at(8), archivedAt: at(7) }),
      line('open', 1, 6),
      line('older', 1, 5),
    ];
    expect(put.map(placeOf)).toEqual(['here', 'archive', 'bin', 'here', 'here']);
    expect(latestOpen(put)?.id).toBe('open');
    expect(latestOpen(put.slice(0, 3))).toBeUndefined();
  });
});
