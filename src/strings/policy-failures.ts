import type { Sentences } from './failures';
import { signingSentences } from './signing-failures';

/** What is wrong with a policy, a settings file or a site's index, for those who write and serve them. */
export const policySentences: Sentences = {
  ...signingSentences, // whoever shows any failure fetches these alone
  'json.not-utf8': 'The file is not text in UTF-8. Save it again as UTF-8 from your editor.',
  'json.syntax': ({ reason }) =>
    `The file is not valid JSON: ${reason}. Look for a missing comma, quote or bracket there, or at the end of the line before.`,
  'json.too-deep': ({ limit }) =>
    `The file is nested more than ${limit} levels deep. It cannot be a file of this kind.`,
  'json.doubled-key': ({ key }) =>
    `“${key}” stands twice in the same object, and only the last one would count. Keep one of them.`,
  'shape.unknown-key': ({ key }) => `“${key}” is not known here. Check its spelling, or remove it.`,
  'shape.missing': 'Something that must stand here is missing. Add it.',
  'shape.kind': ({ expected, found }) => `This should be of the kind “${expected}”, but it is “${found}”.`,
  'shape.choice': ({ allowed }) => `This must be one of: ${allowed}.`,
  'shape.size': ({ bound, limit }) => `This must have a length or value of ${bound} ${limit}.`,
  'shape.format': ({ found }) => `“${found}” is not written in the form that is needed here.`,
  'shape.form': 'This does not have any of the forms that are allowed here. Compare it with a neighbour that works.',
  'shape.forbidden-key': ({ key }) => `“${key}” cannot be used as a name. Remove it.`,
  'policy.not-a-policy': 'This file is not a policy: it does not name its language version.',
  'policy.file-version': ({ version }) =>
    `The file’s name and the version inside it are not the same: inside it says ${version}. Make them agree.`,
  'policy.language': ({ found, known }) =>
    `This policy is written in language version ${found}; this app reads version ${known}. Use a newer app, or another version of the policy.`,
  'policy.duplicate-id': ({ id }) => `Two things share the id “${id}”. Give one of them another id.`,
  'policy.unknown-reference': ({ id, kind, known }) =>
    `There is no ${kind} with the id “${id}”. ${known === undefined ? '' : `There are: ${known}. `}Check the spelling, or add it.`,
  'policy.unknown-option': ({ id, allowed }) => `This can never be “${id}”. It can be: ${allowed}. Check the spelling.`,
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
  'policy.aside':
    'Only a field that has `"required": false`, and is in no group, can stand aside. Let it be left empty, or remove `aside`.',
  'policy.grid-columns': 'Each field of this group must stand in exactly one column. Compare the ids with its fields.',
  'policy.second-unsure':
    'This question has an “I’m not sure” already. Take “unsure” away from one of the two options, or make them one.',
  'policy.among': ({ id }) =>
    `“${id}” is not a question with ticks that is asked once. Name one in \`among\`, or remove it.`,
  'policy.scale-levels': ({ list }) =>
    `Every item of the list “${list}” needs a “score” of its own, since it is used as a scale. Add the numbers.`,
  'policy.overview-kind': ({ wanted }) => `This is never a ${wanted}. Name a field or a value that is one.`,
  'policy.overview-row': ({ id }) =>
    `“${id}” has an answer for each row, so it has no single one. Name a value that is worked out from all rows.`,
  'policy.range': ({ least, most }) => `The least (${least}) is above the most (${most}).`,
  'policy.default': ({ kind }) => `The default does not fit a setting of the kind “${kind}”.`,
  'policy.order-kind': ({ id }) =>
    `“${id}” cannot be put in order with this setting. Name another setting that is an amount or a number.`,
  'policy.default-order': ({ lower, least }) =>
    `This default is below ${least}, the default of “${lower}”, which it must not be below. Change one of them.`,
  'policy.missing-text': ({ language }) =>
    `This text is missing in the language “${language}”, which the policy declares. Add it.`,
  'policy.characters': ({ characters }) =>
    `These characters cannot be printed in a record: ${characters}. Replace them.`,
  'policy.text-form': 'This text has doubled spaces, spaces at an end, or a letter in pieces. Take them out.',
  'policy.unknown-placeholder': ({ id }) => `{${id}} names no setting, field or value. Check its spelling.`,
  'policy.early-placeholder': ({ id }) =>
    `This is read before anything is answered, so it cannot show {${id}}. Name a setting, or leave it out.`,
  'settings.format': ({ found, known }) => `This is not a settings file of the format ${known} (found: ${found}).`,
  'settings.kind': ({ expected }) => `This setting must be of the kind “${expected}”.`,
  'settings.range': ({ min, max }) => `This setting must be between ${min} and ${max}.`,
  'settings.order': ({ upper, high, lower, low }) =>
    `“${upper}” is ${high}, and must not be below “${lower}”, which is ${low}. Change one of them.`,
  'settings.duplicate-id': ({ id }) => `The id “${id}” is used twice for the same question. Change one of them.`,
  'settings.text-form': 'This text has doubled spaces, spaces at an end, or a letter in pieces. Take them out.',
  'settings.characters': ({ characters }) =>
    `These characters cannot be printed in a record: ${characters}. Replace them.`,
  'load.unreachable': ({ reason }) => `The file could not be fetched (${reason}). Check your connection and try again.`,
  'load.index': 'The list of policies on this site is missing or damaged. Ask whoever runs the site to make it again.',
  'load.changed':
    'This file is not the one that the site’s list names. Ask whoever runs the site to make the list again.',
};
