import type { Sentences } from './failures';

/** What each claim of a proof says, where it holds. */
export const claimTitles: Readonly<Record<string, string>> = {
  'every-question-is-asked': 'Every question is asked of somebody',
  'every-outcome-is-reached': 'Every outcome can be reached',
  'every-passage-ends': 'Every way ends in one outcome',
  'register-is-filled': 'Every register field that an outcome requires is filled',
  'nothing-is-asked-twice': 'Nothing is asked twice',
  'unsure-never-lightens': '“I’m not sure” never makes a case lighter',
  'limits-are-kept': 'No way takes more of an officer’s time than the policy promises',
  'nothing-is-idle': 'Every rule can matter, and everything declared is used',
};

/** What a proof found wrong with a policy, for its owner. */
export const proofSentences: Sentences = {
  'proof.page-not-reached': ({ id }) =>
    `Nobody is ever asked the page “${id}”, whatever they answer. Lead to it, or remove it.`,
  'proof.field-not-asked': ({ id, stuck }) =>
    stuck === undefined
      ? `Nobody is ever asked “${id}”: its condition never holds on its page. Change the condition, or remove the field.`
      : `Nobody gets past “${id}”: it must be answered, and no answer is ever accepted. Offer an option that is always there, or widen the dates.`,
  'proof.outcome-not-reached': ({ id }) =>
    `No answers ever lead to the outcome “${id}”. Change a route or a row of its table, or remove it.`,
  'proof.no-way-on': ({ id }) =>
    `An officer can get stuck at “${id}”: it must be answered, and no answer is accepted. Offer an option that is always there, or widen the dates.`,
  'proof.missing-in-register': ({ id, outcome }) =>
    `The register field “${id}” can be empty at the outcome “${outcome}”, which requires it. Add a source to “from”, or narrow “when”.`,
  'proof.asked-twice': ({ one, other }) =>
    `An officer can be asked both “${one}” and “${other}”, which stand for the same thing. Route around one of them.`,
  'proof.unsure-lightens': ({ id, what, before, after }) =>
    `Answering “${id}” with “I’m not sure” can make “${what}” lighter: from “${before}” to “${after}”. Let the rules treat it like the heaviest definite answer.`,
  'proof.too-many-pages': ({ id, most, found }) =>
    `The limit “${id}” promises at most ${most} pages, and an officer can need ${found}. Shorten the way, or change the promise.`,
  'proof.too-many-typed': ({ id, most, found }) =>
    `The limit “${id}” promises at most ${most} answers to type, and an officer can need ${found}. Ask for less, or change the promise.`,
  'proof.limit-never-applies': ({ id }) =>
    `The limit “${id}” applies to no way at all. Check its outcomes and its condition.`,
  'proof.not-decided':
    'Whether this holds could not be decided. Simplify the sums or dates that it depends on, and check again.',
  'lint.never-holds': 'This condition never holds, whatever is answered. Change it, or remove what it belongs to.',
  'lint.always-holds': 'This condition always holds where it is looked at. Remove it, or say what it should rule out.',
  'lint.row-never-matches':
    'This row never matches: it cannot hold, or rows before it take all cases. Move, change or remove it.',
  'lint.never-there':
    'What is named here is never there on a way that comes to it: it is not asked, or never raised. Name something else, or remove it.',
  'lint.unused': ({ id, kind }) => `Nothing uses the ${kind} “${id}”. Use it, or remove it.`,
  'lint.no-options': ({ id }) =>
    `“${id}” has no options under these settings, because its lists are empty. Fill a list, or add an option of its own.`,
  'lint.contradiction': ({ id }) => `An officer can give these contradictory answers: “${id}”.`,
};
