import { expect, test } from 'vitest';
import { utf8 } from '../../src/base/bytes';
import { canonical, type Json } from '../../src/base/canonical';
import { sha256Hex } from '../../src/base/hash';
import type { SealedRecord } from '../../src/record/parse';
import { readPinned } from '../../src/verify/data';
import { knownPolicies } from '../support/policies';

const fileOf = (name: string, value: object) => ({ name, bytes: utf8(canonical(structuredClone(value) as Json)) });

test('records of several policies, read one after another, each have their own', () => {
  for (const { model } of [...knownPolicies(), ...knownPolicies()]) {
    const files = [fileOf('policy.json', model.policy), fileOf('settings.json', model.settings)];
    const [policy, settings] = files.map(({ bytes }) => ({ sha256: sha256Hex(bytes) }));
    const read = readPinned({ payload: { policy, settings, attachments: [] } } as unknown as SealedRecord, files);
    expect(read.ok && [read.value.policy.id, read.value.settings.id]).toEqual([model.policy.id, model.settings.id]);
  }
});
