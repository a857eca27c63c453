import type { Sentences } from './failures';

/** What the check of a council's settings says beyond what the app itself refuses, for those who write them. */
export const settingsSentences: Sentences = {
  'settings.undeclared': ({ id }) =>
    `No policy declares a setting with the id “${id}”. Check its spelling, or remove it.`,
  'settings.missing': ({ id, kind, users }) =>
    `“${id}” has no value here, and no default. ${
      kind === 'list'
        ? 'Questions that offer this list offer only their other answers. Give it, or write [] if that is meant.'
        : 'No comparison with it holds, and texts show its id in brackets. Give it a value.'
    } Used by: ${users === '' ? 'nothing' : users}.`,
  'settings.no-options': ({ field, page, lists }) =>
    `The question “${field}” on the page “${page}” has no answers to choose from, since all of them come from: ${lists}. Add an item.`,
  'settings.contrast': ({ ratio, least }) =>
    `White text cannot be read well on this colour: its contrast is ${ratio}, and must be at least ${least}. The header keeps its own colour, and the start page says so. Choose a darker one.`,
};
