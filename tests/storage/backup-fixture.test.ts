import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { expect, test } from 'vitest';
import { utf8 } from '../../src/base/bytes';
import { sha256Hex } from '../../src/base/hash';
import { entrySchema } from '../../src/assessment/log';
import { sealedForm } from '../../src/policy/parse';
import { type BackupContent, readContent, writeContent } from '../../src/storage/backup-content';
import { packBackup, unpackBackup } from '../../src/storage/backup-file';
import { knownPolicy } from '../support/policies';
import { nextVersion } from '../support/next-version';
import { valueOf } from '../signing/material';

/** Backups of each format must be readable for ever. Version 0 may still change: then its two files are made again, with this. */
const isWriting = process.env.WRITE_BACKUPS === '1';
const passphrase = 'correct horse';
const { subtle } = globalThis.crypto;

const { model } = knownPolicy('tests/fixtures/equipment', '1.0.0.json');
const before = nextVersion(model, ({ id }) => (id === 'borrower-name' ? 'wording' : 'kept'), '0.9.0');
const [old, policy, settings] = [before.policy, model.policy, model.settings].map((one) => sealedForm(one));
if (!old || !policy || !settings) throw new Error('no policy');
const letter = utf8('A letter from the borrower');
const file = { name: 'letter.pdf', type: 'application/pdf', size: letter.length, sha256: sha256Hex(letter) };
const pdf = new Uint8Array([37, 80, 68, 70, 0, 255, 10]);

const id = (number: number): string => `${number}`.padStart(26, '0');
const [draft, bare, me] = [id(1), id(2), id(3)];
const at = (minute: number): string => `2026-11-22T10:${String(minute).padStart(2, '0')}:00+00:00`;
const stamp = (counter: number, of = draft) => ({
  id: id(100 + counter + (of === draft ? 0 : 100)),
  draft: of,
  author: me,
  device: me,
  counter,
  at: at(counter),
});
const earlier = 'a'.repeat(64);

/** Every kind of entry, row and file that a backup can hold. */
const content: BackupContent = {
  kind: 'backup',
  app: '0.1.0',
  madeAt: at(59),
  profile: me,
  drafts: [
    {
      id: draft,
      partnership: id(4),
      kind: 'record',
      policy: policy.sha256,
      settings: settings.sha256,
      title: 'Siân’s marquee',
      name: 'My own name for it',
      section: 'Borrower and event',
      outcome: 'Lend the equipment',
      createdAt: at(1),
      updatedAt: at(30),
      archivedAt: at(31),
      staysFrom: earlier,
      lastPage: 'event',
    },
    {
      id: bare,
      partnership: id(5),
      kind: 'practice',
      policy: policy.sha256,
      settings: settings.sha256,
      title: '',
      createdAt: at(1),
      updatedAt: at(2),
      deletedAt: at(40),
    },
  ],
  entries: [
    { ...stamp(1), kind: 'started', policy: old.sha256, settings: settings.sha256, language: 'en', continues: earlier },
    { ...stamp(2), kind: 'carried', field: 'borrower-name', value: 'The choir', from: earlier, gap: true },
    {
      ...stamp(3),
      kind: 'answered',
      field: 'borrower-name',
      value: 'Côr Siân',
      replaces: id(102),
      reason: 'A new name',
    },
    { ...stamp(4), kind: 'answered', field: 'hazard', value: ['crowd'] },
    { ...stamp(5), kind: 'answered', field: 'event-days', value: 3 },
    { ...stamp(6), kind: 'cleared', field: 'event-days', replaces: id(105) },
    { ...stamp(7), kind: 'answered', field: 'certificate', value: [file] },
    { ...stamp(8), kind: 'noted', field: 'event', value: 'Asked the park' },
    { ...stamp(9), kind: 'unnoted', field: 'event' },
    { ...stamp(10), kind: 'withdrawn', field: 'store-contact', was: 'answer' },
    { ...stamp(11), kind: 'outcome-shown', outcome: [...model.outcomes.keys()][0] ?? '' },
    {
      ...stamp(12),
      kind: 'policy-changed',
      policy: policy.sha256,
      settings: settings.sha256,
      receipts: [
        { entry: id(103), is: 'wording' },
        { entry: id(104), is: 'kept' },
        { entry: id(107), is: 'kept' },
      ],
    },
    {
      ...stamp(1, bare),
      kind: 'started',
      policy: policy.sha256,
      settings: settings.sha256,
      language: 'cy',
      practice: true,
    },
  ],
  pending: [{ draft, field: 'event-name', tab: 'tab', raw: ['half', { typed: true }], at: at(29) }],
  pinned: [
    { kind: 'policy', ...old },
    { kind: 'policy', ...policy },
    { kind: 'settings', ...settings },
  ],
  files: [{ sha256: file.sha256, bytes: letter }],
  records: [{ id: 'b'.repeat(64), draft, kind: 'record', signedAt: at(33), fileName: 'E-1.pdf', pdf }],
  certificates: [
    { name: 'Siân', job: 'Officer', service: 'Parks', createdAt: at(1), certificate: '3003', authorities: ['3004'] },
  ],
};

/** All but the policies, which are whatever they were when the file was made. */
const unpinned = ({ pinned: _pinned, ...rest }: BackupContent): unknown =>
  JSON.parse(
    JSON.stringify(rest, (_key, value: unknown) => (value instanceof Uint8Array ? [...value] : value)).replaceAll(
      /"(policy|settings)":"[0-9a-f]{64}"/g,
      '"$1":"a hash"',
    ),
  );

test.each([
  ['backup-0.backup', ''],
  ['backup-0-locked.backup', passphrase],
])('%s, kept from when it was made, holds what it held', async (name, words) => {
  const place = `tests/fixtures/backups/${name}`;
  if (isWriting) {
    const random = (length: number): Uint8Array => new Uint8Array(length).fill(7);
    const locking = words === '' ? undefined : { subtle, random, passphrase };
    writeFileSync(place, await packBackup(writeContent(content), locking));
  }
  const body = valueOf(await unpackBackup(new Uint8Array(readFileSync(place)), { subtle, passphrase: words }));
  expect(unpinned(valueOf(readContent(body)))).toEqual(unpinned(content));
});

test('they hold every kind of entry that there is', () => {
  const kinds = entrySchema.def.options.map((one) => [...one.def.shape.kind.def.values][0]);
  expect(new Set(content.entries.map(({ kind }) => kind))).toEqual(new Set(kinds));
});
