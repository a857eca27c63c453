import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { policyJsonSchema, schemaFiles, settingsJsonSchema } from '../../scripts/policy-schema';
import { partAt } from '../support/edit';

const root = resolve(import.meta.dirname, '../..');

describe('the JSON Schemas for editors', () => {
  test.each(schemaFiles())('$path is in step with the code', ({ path, text }) => {
    const found = readFileSync(join(root, path), 'utf8');
    expect(found === text, `${path} is out of step: run "npm run policy -- schema"`).toBe(true);
  });

  test('say of each key of a policy and of settings whether it must be there', () => {
    const policy = policyJsonSchema();
    expect(policy).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      additionalProperties: false,
    });
    expect(partAt(policy, 'required')).toEqual(expect.arrayContaining(['language', 'questions', 'outcomes']));
    expect(partAt(policy, 'required')).not.toContain('$schema');
    expect(partAt(settingsJsonSchema(), 'properties.format.const')).toBe('settings/0');
  });

  test('explain the words of the language', () => {
    const condition = partAt(policyJsonSchema(), '$defs.condition');
    expect(JSON.stringify(condition)).toContain('A month counts as its first day.');
    expect(partAt(policyJsonSchema(), '$defs.date')).toMatchObject({ type: 'string', format: 'date' });
  });
});
