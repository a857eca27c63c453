import { expect, test } from 'vitest';
import { evidenceIn, evidenceRoom } from '../../src/policy/app-settings';
import type { FileAnswer } from '../../src/policy/answer';
import type { Walk } from '../../src/policy/walk';
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
const { bytesAll } = equipment.model.settings.app.evidence;

test('the evidence that counts is held to the council’s limit together, each file once', () => {
  const [one, two, again] = [file('one', 700), file('two', 300), file('again', 700, 'one')];
  expect(evidenceIn(walkWith(one, two, again))).toEqual([one, two]);
  expect(evidenceRoom(walkWith())).toBe(bytesAll);
  expect(evidenceRoom(walkWith(one, two, again))).toBe(bytesAll - 1000);
  expect(evidenceRoom(walkWith(file('all', bytesAll), one))).toBe(-700);
});
