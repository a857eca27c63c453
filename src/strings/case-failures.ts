import type { Sentences } from './failures';

/** What is wrong with worked cases, and how what they come to differs from what they expect. */
export const caseSentences: Sentences = {
  'cases.duplicate-id': ({ id }) => `Two cases share the id “${id}”. Give one of them another id.`,
  'cases.unknown-settings': ({ id }) =>
    `No settings with the id “${id}” are on the site’s list. Check the spelling, or name a file with --settings.`,
  'cases.unknown-field': ({ id }) => `The policy has no field with the id “${id}”. Check the spelling, or remove it.`,
  'cases.unknown-row': ({ id, row }) =>
    row === ''
      ? `“${id}” is answered once for each row. Write the row’s id after a slash, as in “${id}/row-1”.`
      : `“${id}” has no row “${row}”. Check the spelling, or remove it.`,
  'cases.unfit-answer': ({ id, kind, found }) =>
    `${found} cannot be an answer to “${id}”, which is of the kind “${kind}”. Compare it with the field in the policy.`,
  'cases.unknown-reference': ({ id, kind }) =>
    `The policy has no ${kind} with the id “${id}”. Check the spelling, or remove it.`,
  'cases.outcome': ({ expected, found }) => `Expected the outcome ${expected}; found ${found}.`,
  'cases.unfinished': ({ expected, page }) =>
    `Expected the outcome ${expected}; the answers end at the page ${page}, which still has a question without an answer.`,
  'cases.path': ({ step, expected, found }) =>
    `Step ${step} of the path: expected ${expected === '' ? 'the end' : expected}; found ${found === '' ? 'the end' : found}.`,
  'cases.conditions': ({ missing, unexpected, found }) =>
    missing === '' && unexpected === ''
      ? `The conditions are in another order. Found: ${found}.`
      : `Conditions: ${[
          missing === '' ? '' : `expected, and not found: ${missing}`,
          unexpected === '' ? '' : `found, and not expected: ${unexpected}`,
        ]
          .filter(Boolean)
          .join('; ')}.`,
  'cases.value': ({ id, expected, found }) =>
    `${id}: expected ${expected}; found ${found === '' ? 'nothing, since it is not answered' : found}.`,
  'cases.set-aside': ({ id }) =>
    `The answer to ${id} does not count: its question is not asked here, or the answer is not offered. Remove it, or change the answers before it.`,
  'cases.minutes': ({ expected, found }) =>
    `It takes ${found} minutes, and ${expected} were expected at most. Shorten what is read or typed on its pages, or expect more.`,
  'cases.none': 'There are no cases in this file. Write one or more for each outcome.',
  'cases.unshown': ({ id }) => `No case shows the outcome ${id}. Write one.`,
};
