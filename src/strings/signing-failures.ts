import type { Sentences } from './failures';

/** What goes wrong when a document is made and signed, and when a draft or the whole store cannot be opened. Who answers questions need not fetch it. */
export const signingSentences: Sentences = {
  'storage.damaged': ({ reason }) =>
    `The browser’s own store could not be read or written (${reason ?? ''}). Reload the page. If it happens again, do not clear the browser’s data.`,
  'storage.full':
    'The disk or the space given to this browser is full, so nothing more can be saved. Free some space and try again.',
  'storage.unknown-draft':
    'There is no such assessment in this browser. It may have been deleted, or made in another browser or on another computer.',
  'storage.upgraded-elsewhere':
    'Another tab has a newer version of this app. Nothing more is saved in this tab. Reload the page to go on.',
  'storage.unavailable':
    'This browser does not let the app keep anything. Private windows often do this: open the app in an ordinary window.',
  'storage.too-new':
    'Your drafts were made with a newer version of this app. They are safe and unchanged. Close every tab of this app and open it again to get the newer version.',
  'storage.locked': 'Your work here is locked. Open the start page and enter your passphrase.',
  'draft.deleted':
    'You have deleted this assessment. To carry on with it, put it back: on the start page, open the list of all your assessments.',
  'draft.row': 'A part of this assessment is damaged, so it was not opened. Nothing has been changed or deleted.',
  'draft.entry': 'One entry of this assessment is damaged, so it was not opened. Nothing has been changed or deleted.',
  'draft.pinned':
    'The copy of the questions or of the council’s settings that this assessment began with is damaged or missing, so it was not opened. Nothing has been changed or deleted. Do not clear this browser’s data.',
  'sign.insecure':
    'Signing needs a secure address. Whoever runs this site must serve it over https (or on localhost). Your answers are safe, and can still be given.',
  'storage.lost':
    'This browser has lost the assessments and records that were kept here. Its files on the disk were damaged or deleted, and nothing is left to rescue. If you have a backup, reload this page, then open it under Keep your work safe, at the foot of the page. Signed records that you have downloaded are not affected.',
  'seal.reperformance':
    'This answers somebody else’s record again, to be compared with it. It cannot be signed, and is no record of its own.',
  'seal.no-outcome': 'Some questions are still to be answered, so there is nothing to sign yet.',
  'seal.begun-later': ({ begun, now }) =>
    `This assessment was begun when the clock showed ${begun}, and now it shows ${now}. If the clock is right now, make a copy of this assessment in the list of all your assessments, and sign the copy. If it is wrong, set it.`,
  'sign.clock': ({ shown, from, to }) =>
    `This computer’s clock shows ${shown}, which cannot be right: records can be signed from ${from} to ${to}. Set the clock, then sign. Your answers are safe.`,
  'seal.carried-over':
    'This assessment was carried over to a new version of the policy, and what it says became of each answer no longer agrees with its answers. A check would refuse such a record, so nothing was signed. Your answers are kept. Ask whoever looks after this service for help, and give them a backup.',
  'seal.not-started': 'This assessment has no beginning, so it cannot be signed.',
  'seal.too-many': ({ most }) =>
    `This assessment holds more answers, notes or changes to them than a record can: more than ${most}. Take out rows that matter least, or enter it again in a new assessment without the changes. Your answers are safe.`,
  'record.too-large':
    'Your answers and notes are together longer than a record can be. Shorten the longest. Your answers are safe.',
  'sign.evidence-missing': ({ name }) => `The file ${name} is no longer kept in this browser. Add it again, then sign.`,
  'sign.evidence-room': ({ all }) =>
    `The files that you have added come to more than ${all} together. Remove one or more of them, then sign.`,
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
  'sign.failed': ({ reason }) => `The record could not be signed (${reason}). Your answers are safe. Try again.`,
};
