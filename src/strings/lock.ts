import type { Sentences } from './failures';

/** The sentences of the page that sets a lock, and of the page that asks for its passphrase. */
export const lockStrings = {
  title: 'Lock your work on this computer',
  isSet: 'A lock is set on your work in this browser. In this tab it is open.',
  lead: 'If others use this computer under your user account, a lock keeps them from reading your work. It is encrypted, and opens with your passphrase.',
  how: 'How it works',
  does: (minutes: number) => [
    'You enter the passphrase each time you open the service, in each tab.',
    `If you do not use a tab for ${minutes} minutes, it locks itself. What you have typed is kept. You can also lock it yourself, with “Lock now” at the foot of every page.`,
    'Checking a record and reading the guidance need no passphrase.',
  ],
  not: 'What a lock does not protect',
  doesNot: [
    'Files that you have downloaded, such as records and backups.',
    'Your signing keys. Others cannot see them or take them away, but the browser cannot encrypt them. Delete a key that nobody else must use.',
    'How many assessments and records there are, when each record was signed, and how large they are.',
    'Your work from somebody who changes this computer, its browser or the service, or watches you type. Lock the computer itself when you leave it.',
  ],
  forgotten: 'If you forget the passphrase, you lose everything that is kept here.',
  forgottenWhy:
    'Nobody can open it or reset the passphrase: not your council, and not whoever runs this site. Make a backup first, and keep it where your council keeps its files.',
  never: 'You have not made a backup in this browser yet.',
  last: (at: string) => `You last made a backup on ${at}.`,
  backup: 'Make a backup first',
  set: 'Set the lock',
  passphrase: 'Passphrase',
  least: (characters: number) =>
    `At least ${characters} characters. Three or four words that do not belong together are best. Do not let the browser save it: others could use it then.`,
  again: 'Enter it again',
  understood: 'I understand',
  tick: 'If I forget the passphrase, I lose everything that is kept here, and nobody can bring it back',
  others: 'Other tabs that have the service open stop and ask you to reload them. Save your work there first.',
  insecure:
    'A lock needs a secure address, which this site does not have. Whoever runs this site must serve it over https.',
  busy: 'Encrypting everything that is kept here. This can take a minute. Keep this page open.',
  removing: 'Making everything readable again. This can take a minute. Keep this page open.',
  wasSet: 'The lock is set',
  wasSetLead: 'Keep the passphrase where only you can find it.',
  changed: 'The passphrase is changed',
  removed: 'The lock is removed. Whoever uses this computer can read your work again.',
  now: 'Lock now',
  unsaved:
    'Not locked: what this page says is “Not saved” would be lost. Download it as a file first, then close this tab.',
  nowLead: 'When you leave this computer, lock the tab. It asks for the passphrase when you come back.',
  change: 'Change the passphrase',
  changeLead: 'Backups that you have made keep the passphrase that they have.',
  current: 'Passphrase that you have now',
  next: 'New passphrase',
  nextAgain: 'Enter the new passphrase again',
  remove: 'Remove the lock',
  removeLead: 'Everything that is kept here can then be read by whoever uses this computer under your user account.',
  removeCurrent: 'Your passphrase',
  gate: 'Your work is locked',
  gateLead: 'Enter the passphrase that was set on this computer. What you had typed is still here.',
  unlock: 'Unlock',
  opening: 'Checking the passphrase…',
  without: 'Check a record without unlocking',
  lost: 'I have forgotten the passphrase',
  lostLead:
    'Nobody can open what is kept here without the passphrase. You can delete it all and begin again. If you have a backup, you can open it then.',
  lostWhat: ['every assessment', 'every signed record (files that you have downloaded stay)', 'your signing keys'],
  lostIntro: 'This deletes for good, from this browser:',
  lostTick: 'Delete everything for good. I know that it cannot be brought back',
  lostSure: 'Are you sure?',
  lostDelete: 'Delete everything and begin again',
  deleting: 'Deleting…',
  blocked: 'Another tab or window still has the service open. Close it: then everything is deleted.',
} as const;

export const lockSentences: Sentences = {
  'lock.empty': 'Enter your passphrase',
  'lock.short': ({ least }) => `The passphrase must have at least ${least} characters`,
  'lock.even': 'Choose a passphrase that does not repeat one character',
  'lock.unlike': 'The two passphrases are not the same. Enter it again',
  'lock.tick': 'Tick the box to say that you understand',
  'lock.sure': 'Tick the box to say that you are sure',
  'lock.passphrase': 'This is not the passphrase. Check capital letters and try again',
  'lock.damaged': 'What the passphrase opens is damaged, so no passphrase can open it any more.',
  'lock.changed':
    'The lock was changed in another tab meanwhile. Nothing was changed here. Reload the page and try again.',
  'lock.busy':
    'Another tab or window does not let go of your work. Nothing was changed. Close the others, then reload this page and try again.',
  'lock.row':
    'A part of what is kept here is damaged and cannot be encrypted, so nothing was changed. Make a backup, and ask whoever runs this site for help.',
  'lock.insecure': 'A lock needs a secure address. Whoever runs this site must serve it over https.',
};
