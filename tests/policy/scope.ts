import type { Answer } from '../../src/policy/answer';
import type { Model } from '../../src/policy/model';
import type { Scope } from '../../src/policy/scope';
import { type KnownPolicy, knownPolicy } from '../support/policies';

/** The equipment policy: small, of a foreign domain, with every kind of field but a scale. */
export const equipment: KnownPolicy = knownPolicy('tests/fixtures/equipment', '1.0.0.json');

export const today = '2026-11-23'; // a Monday

/** What conditions are read against, with these answers counted, whatever a walk would count. */
export const scopeWith = (answers: Readonly<Record<string, Answer>>, model: Model = equipment.model): Scope => ({
  model,
  counted: new Map(Object.entries(answers)),
  today,
  outcome: undefined,
});
