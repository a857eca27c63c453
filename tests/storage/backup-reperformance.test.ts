import { expect, test } from 'vitest';
import { type BackupContent, readContent, writeContent } from '../../src/storage/backup-content';
import { sealedForm } from '../../src/policy/parse';
import { knownPolicy } from '../support/policies';
import { logOf } from '../support/records';
import { seeded } from '../support/answers';
import { valueOf } from '../signing/material';

const { model } = knownPolicy('tests/fixtures/equipment', '1.0.0.json');

test('answers to somebody else’s record come back from a backup as what they are', () => {
  const [first] = logOf(model, new Map(), seeded(1));
  if (first?.kind !== 'started') throw new Error('no beginning');
  const { id, draft, author, at, policy, settings } = first;
  const content: BackupContent = {
    kind: 'backup',
    app: '0.1.0',
    madeAt: at,
    profile: author,
    drafts: [
      {
        id: draft,
        partnership: id,
        kind: 'reperformance',
        policy,
        settings,
        title: '',
        name: 'E-1, answered again',
        createdAt: at,
        updatedAt: at,
      },
    ],
    entries: [{ ...first, reperforms: { record: 'a'.repeat(64), at } }],
    pending: [],
    pinned: (['policy', 'settings'] as const).map((kind) => ({ kind, ...sealedForm(model[kind]) })),
    files: [],
    records: [],
    certificates: [],
  };
  expect(valueOf(readContent(writeContent(content)))).toEqual(content);
});
