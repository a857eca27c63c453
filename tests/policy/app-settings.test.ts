import { expect, test } from 'vitest';
import { evidenceIn, evidenceRoom, evidenceRules } from '../../src/policy/app-settings';
import type { FileAnswer } from '../../src/policy/answer';
import { evidenceTypes } from '../../src/policy/settings';
import type { Walk } from '../../src/policy/walk';
import { fileSentences } from '../../src/strings/file-failures';
import { equipment, scopeWith } from './scope';

const file = (name: string, size: number, sha256 = name): FileAnswer => ({
  name,
  type: 'application/pdf',
  size,
  sha256,
});
const walkWith = (...files: readonly FileAnswer[]): Walk => ({
  ...scopeWith({ certificate: files, insured: 'yes' }),
  path: [],
});
const { bytesAll } = evidenceRules(equipment.model.settings);

test('the evidence that counts is held to the council’s limit together, each file once', () => {
  const [one, two, again] = [file('one', 700), file('two', 300), file('again', 700, 'one')];
  expect(evidenceIn(walkWith(one, two, again))).toEqual([one, two]);
  expect(evidenceRoom(walkWith())).toBe(bytesAll);
  expect(evidenceRoom(walkWith(one, two, again))).toBe(bytesAll - 1000);
  expect(evidenceRoom(walkWith(file('all', bytesAll), one))).toBe(-700);
});

test('a council that says nothing of evidence allows 10 MB a file and 25 MB a record, of kinds that any reader opens', () => {
  const { evidence: _, ...app } = equipment.model.settings.app;
  const { types, ...most } = evidenceRules({ ...equipment.model.settings, app });
  expect(most).toEqual({ bytesEach: 10_000_000, bytesAll: 25_000_000 });
  expect(types.filter((type) => !evidenceTypes.includes(type))).toEqual([]);
});

test('every kind of file that a council can choose has a name that officers know', () => {
  const { 'file.type': sentence } = fileSentences;
  const said = typeof sentence === 'function' ? sentence({ name: 'x', types: evidenceTypes.join(', ') }) : '';
  expect(said).toContain('PDF, JPEG, PNG, TIFF, plain text, CSV, email (.eml), Word (.docx)');
  expect(said).not.toMatch(/\w\/\w|vnd/);
});
