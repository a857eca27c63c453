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

/** Answers to every page of the equipment policy. */
export const loan = {
  'borrower-name': 'Harbour Choir',
  'borrower-kind': 'charity',
  'event-name': 'Summer concert',
  'event-date': '2027-06-12',
  'event-days': 2,
  store: 'parks',
  'store-contact': 'Ifan Pugh',
  item: ['row-1'],
  'item-name/row-1': 'Gazebos',
  'item-value/row-1': 60_000,
  'item-power/row-1': 'none',
  'service-wanted/delivery': 'no',
  'service-wanted/putting-up': 'no',
  'service-wanted/attendance': 'no',
  hazard: ['nothing'],
  borrowed: 'no',
  'deposit-amount': 5000,
  agrees: 'yes',
  'agreed-by': 'Jo Lee',
} as const;
