import type { Failure } from '../base/result';

type Params = Failure['params'];

/** A sentence for each code: what is wrong, and what to do. */
const sentences: Readonly<Record<string, string | ((params: Params) => string)>> = {
  'json.not-utf8': 'The file is not text in UTF-8. Save it again as UTF-8 from your editor.',
  'json.syntax': ({ reason }) =>
    `The file is not valid JSON: ${reason}. Look for a missing comma, quote or bracket there.`,
  'json.too-deep': ({ limit }) =>
    `The file is nested more than ${limit} levels deep. It cannot be a file of this kind.`,
  'shape.unknown-key': ({ key }) => `“${key}” is not known here. Check its spelling, or remove it.`,
  'shape.missing': 'Something that must stand here is missing. Add it.',
  'shape.kind': ({ expected, found }) => `This should be of the kind “${expected}”, but it is “${found}”.`,
  'shape.choice': ({ allowed }) => `This must be one of: ${allowed}.`,
  'shape.size': ({ bound, limit }) => `This must have a length or value of ${bound} ${limit}.`,
  'shape.format': ({ found }) => `“${found}” is not written in the form that is needed here.`,
  'shape.form': 'This does not have any of the forms that are allowed here. Compare it with a neighbour that works.',
  'shape.forbidden-key': ({ key }) => `“${key}” cannot be used as a name. Remove it.`,
  'policy.not-a-policy': 'This file is not a policy: it does not name its language version.',
  'policy.language': ({ found, known }) =>
    `This policy is written in language version ${found}; this app reads version ${known}. Use a newer app, or another version of the policy.`,
  'policy.duplicate-id': ({ id }) => `Two things share the id “${id}”. Give one of them another id.`,
  'policy.unknown-reference': ({ id, kind }) =>
    `There is no ${kind} with the id “${id}”. Check the spelling, or add it.`,
  'policy.no-last-route': 'The last row of this table must have no condition, so that one row always matches.',
  'policy.unreachable-row': 'A row before this one always matches, so this row is never reached. Move or remove it.',
  'policy.page-cycle': ({ cycle }) => `These pages lead back to themselves: ${cycle}. Change one of the routes.`,
  'policy.value-cycle': ({ cycle }) => `These values are worked out from themselves: ${cycle}. Change one of them.`,
  'policy.not-an-outcome': ({ id }) =>
    `${id} is not an outcome, or not a table that gives outcomes. A route must end at one.`,
  'policy.each-needs-list': 'A page can be repeated only over a list of the policy. Name a list here.',
  'policy.reads-ahead': ({ id }) =>
    `This depends on “${id}”, which is asked later or not yet known here. Let it depend only on what comes before.`,
  'policy.nested-rows': 'A page that is repeated cannot hold a group. Move the group to another page.',
  'policy.range': ({ least, most }) => `The least (${least}) is above the most (${most}).`,
  'policy.default': ({ kind }) => `The default does not fit a setting of the kind “${kind}”.`,
  'policy.missing-text': ({ language }) =>
    `This text is missing in the language “${language}”, which the policy declares. Add it.`,
  'policy.characters': ({ characters }) =>
    `These characters cannot be printed in a record: ${characters}. Replace them.`,
  'policy.text-form': 'This text has doubled spaces, spaces at an end, or a letter in pieces. Take them out.',
  'policy.unknown-placeholder': ({ id }) => `{${id}} names no setting, field or value. Check its spelling.`,
  'settings.format': ({ found, known }) => `This is not a settings file of the format ${known} (found: ${found}).`,
  'settings.kind': ({ expected }) => `This setting must be of the kind “${expected}”.`,
  'settings.range': ({ min, max }) => `This setting must be between ${min} and ${max}.`,
  'settings.duplicate-id': ({ id }) => `The id “${id}” is used twice for the same question. Change one of them.`,
  'settings.text-form': 'This text has doubled spaces, spaces at an end, or a letter in pieces. Take them out.',
  'settings.characters': ({ characters }) =>
    `These characters cannot be printed in a record: ${characters}. Replace them.`,
  'address.unknown': 'There is no page at this address. It may have been typed or copied wrongly.',
  'load.unreachable': ({ reason }) => `The file could not be fetched (${reason}). Check your connection and try again.`,
  'load.index': 'The list of policies on this site is missing or damaged. Ask whoever runs the site to make it again.',
  'load.changed':
    'This file is not the one that the site’s list names. Ask whoever runs the site to make the list again.',
  'storage.unavailable':
    'This browser does not let the app keep anything. Private windows often do this: open the app in an ordinary window.',
  'storage.too-new':
    'Your drafts were made with a newer version of this app. They are safe and unchanged. Close every tab of this app and open it again to get the newer version.',
  'storage.damaged': ({ reason }) =>
    `The browser’s own store could not be read or written (${reason ?? ''}). Reload the page. If it happens again, do not clear the browser’s data: ask for help first.`,
  'storage.upgraded-elsewhere':
    'Another tab has a newer version of this app. Nothing more is saved in this tab. Reload the page to go on.',
  'storage.full':
    'The disk or the space given to this browser is full, so nothing more can be saved. Free some space and try again.',
  'storage.unknown-draft':
    'There is no such assessment in this browser. It may have been deleted, or made in another browser or on another computer.',
  'draft.entry': 'One entry of this assessment is damaged, so it was not opened. Nothing has been changed or deleted.',
  'money.not-an-amount': 'Enter an amount in pounds, like 30,000 or 1,250.50',
  'money.thousands': ({ text, pounds }) => `Write the amount in full: if ${text} means ${pounds}, enter ${pounds}`,
  'money.too-large': ({ most }) => `The amount must be ${most} or less`,
  'field.empty': ({ kind }) =>
    ({
      choice: 'Choose one of the answers',
      choices: 'Choose at least one of the answers',
      scale: 'Choose a number on the scale',
      text: 'Enter an answer',
      money: 'Enter an amount in pounds',
      whole: 'Enter a number',
      date: 'Enter a date',
      file: 'Add a file',
    })[String(kind)] ?? 'Answer this question',
  'file.type': ({ name, types }) =>
    `${name} is not of a kind that can be enclosed. Choose a file of one of these kinds: ${types}`,
  'file.empty': ({ name }) => `${name} is empty. Choose another file`,
  'file.too-large': ({ name, most }) => `${name} is larger than ${most} MB. Choose a smaller file`,
  'field.too-long': ({ max, over }) => `The text must be ${max} characters or fewer. Take out ${over}`,
  'field.characters': ({ characters }) => `Replace these characters, which the record cannot hold: ${characters}`,
  'field.not-a-number': 'Enter a whole number, like 12',
  'field.range': ({ min, max }) => `Enter a number from ${min} to ${max}`,
  'field.money-range': ({ min, max }) => `Enter an amount from ${min} to ${max}`,
  'field.date-parts': ({ missing }) => `The date must include a ${missing}`,
  'field.not-a-date': 'Enter a real date, like 27 3 2027',
  'field.date-range': 'This date is too early or too late to fit your other answers. Check it',
  'field.not-offered': 'This answer no longer fits your other answers. Choose another',
  'field.too-few': ({ least }) => `Add at least ${least}`,
  'field.too-many': ({ most }) => `There can be ${most} at most`,
  'seal.no-outcome': 'Some questions are still to be answered, so there is nothing to sign yet.',
  'seal.not-started': 'This assessment has no beginning, so it cannot be signed.',
  'record.too-large': 'The record would be too large. Remove some evidence.',
  'sign.evidence-missing': ({ name }) => `The file ${name} is no longer kept in this browser. Add it again, then sign.`,
  'sign.key-unusable':
    'The key in this browser could not be used to sign. Sign again with a different name or service to make a new key.',
  'sign.key-differs':
    'The key in this browser does not belong to its certificate. Sign again with a different name or service to make a new key.',
  'sign.chain': 'The certificate that came with the key is not complete. Ask whoever issued it for the whole chain.',
  'sign.too-large': 'The signature does not fit into the record. Use a certificate with a shorter chain.',
  'certificate.name-length': ({ most }) =>
    `A certificate can hold names of up to ${most} characters. Shorten your name, service or council’s name.`,
  'certificate.key-unusable': 'A key could not be made in this browser. Reload the page and try again.',
  'certificate.name-text': ({ characters }) =>
    `A certificate cannot hold these characters: ${characters}. Replace them.`,
  'pdf.too-long': ({ most }) => `The record would have more than ${most} pages. Shorten the longest answers and notes.`,
  'pdf.time': 'This computer’s clock shows a date that a record cannot hold. Set the clock, then sign.',
  'sign.cancelled': 'Signing was stopped. Nothing was signed.',
  'sign.insecure':
    'Signing needs a secure address. Whoever runs this site must serve it over https (or on localhost). Your answers are safe, and can still be given.',
  'sign.failed': ({ reason }) => `The record could not be signed (${reason}). Your answers are safe. Try again.`,
};

/** Adds the sentences of a room that is loaded later. */
export type Sentences = typeof sentences;

/** A failure as a sentence for a person. A code without one is shown as it is, so that it can be reported. */
export const sentenceFor = (failure: Failure, more: Sentences = {}): string => {
  const sentence = sentences[failure.code] ?? more[failure.code];
  if (sentence === undefined) return `Something is not right (${failure.code}).`;
  return typeof sentence === 'string' ? sentence : sentence(failure.params);
};
