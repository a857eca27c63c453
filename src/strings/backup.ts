import type { Sentences } from './failures';

/** The sentences of the page about where somebody's work is kept. */
export const backupStrings = {
  title: 'Keep your work safe',
  lead: 'Your assessments, records and keys are in this browser on this computer, and nowhere else.',
  where: 'How safe they are here',
  persisted: 'This browser has promised to keep them until you delete them yourself.',
  mayGo:
    'This browser may delete them without asking when the disk is nearly full, or when you have not been here for a long time.',
  ask: 'Ask the browser to keep them',
  refused:
    'The browser has not promised it. Many browsers do so once you have used the site more often, or added it to your bookmarks. Make backups until then.',
  unknown: 'This browser does not say whether it will keep them. Make backups.',
  room: (used: string, left: string) =>
    `They take up ${used}. The browser says that there is room for another ${left}.`,
  lock: 'Who can read them here',
  lockLead: 'Whoever uses this computer under your user account can open them, unless you lock them with a passphrase.',
  lockSet: 'You have locked them with a passphrase: whoever uses this computer needs it to open them.',
  lockLink: 'Lock your work on this computer',
  make: 'Make a backup',
  makeLead: 'One file with all your assessments and records. Keep it where your council keeps its files.',
  keysNote:
    'Keys cannot leave this browser: a backup holds their certificates only. On another computer you make a new key.',
  never: 'You have not made a backup in this browser yet.',
  last: (at: string) => `You last made a backup on ${at}.`,
  passphrase: 'Passphrase (optional)',
  passphraseHint:
    'Whoever opens the file then needs it. Nobody can open the file if you forget it, so write it down in a safe place.',
  insecure: 'A passphrase needs a secure address, which this site does not have.',
  download: 'Download a backup',
  made: 'The backup is in your downloads.',
  leftOut: (count: number) =>
    count === 1
      ? 'One assessment that is damaged is not in it.'
      : `${count} assessments that are damaged are not in it.`,
  hand: 'Give one assessment to a colleague',
  handLead:
    'They open the file on this page in their browser, answer, and give you a file back. Open it here: their answers join yours, and the list of all answers says which are theirs.',
  which: 'Assessment',
  handOver: 'Download the assessment',
  handed: (name: string) => `“${name}” is in your downloads, to give to a colleague.`,
  open: 'Open a backup or a colleague’s file',
  openLead: 'What is in the file joins what is here. Nothing that is here is overwritten or deleted.',
  file: 'Backup or assessment (a .backup file)',
  openPassphrase: 'Passphrase of the file',
  openFile: 'Open the file',
  restored: (drafts: number, entries: number, records: number) => {
    const parts = [
      drafts === 1 ? '1 assessment' : `${drafts} assessments`,
      entries === 1 ? '1 entry' : `${entries} entries`,
      records === 1 ? '1 record' : `${records} records`,
    ];
    return drafts + entries + records === 0
      ? 'Everything in the file was here already. Nothing has changed.'
      : `New from the file: ${parts.join(', ')}.`;
  },
  list: 'Go to your assessments and records',
  remindNever: 'Your work is in this browser only, and you have not made a backup yet.',
  remind: (day: string) => `You have changed assessments since your last backup on ${day}.`,
} as const;

/** Why a backup could not be opened. */
export const backupSentences: Sentences = {
  'backup.none': 'Choose a file.',
  'backup.not-a-backup': 'This file is not a backup or an assessment from this service. Choose another file.',
  'backup.version':
    'This backup was made by a newer version of the service. Reload this page to get it, then try again.',
  'backup.cut-off':
    'The end of this file is missing, so nothing was taken from it. Copy or download it again from where you got it.',
  'backup.damaged':
    'This file has been changed or damaged since it was made, so nothing was taken from it. Use another copy of it.',
  'backup.locked': 'This file needs its passphrase. Enter it and open the file again.',
  'backup.passphrase': 'The passphrase is not the one that the file was made with. Check it and try again.',
  'backup.insecure':
    'A file with a passphrase can only be opened at a secure address. Whoever runs this site must serve it over https.',
  'backup.content':
    'What is in this file does not fit together, so nothing was taken from it. Use another copy, or make the backup again.',
};
