const parts = (drafts: number, records: number): string => {
  const named = [
    drafts === 1 ? '1 assessment' : `${drafts} assessments`,
    records === 1 ? '1 signed record' : `${records} signed records`,
  ];
  return named.join(' and ');
};

/** The sentences of the page for when what is kept in this browser is damaged, or there is no room for more. */
export const rescueStrings = {
  title: 'Rescue your work',
  link: 'See what can be rescued, and how to go on',
  linkAside: 'See what can be rescued, and how to go on (opens in a new tab)',
  reading: 'Reading everything that is kept in this browser…',
  sound: 'Nothing is damaged. Everything that is kept in this browser can be read.',
  none: 'Nothing is kept in this browser. If you have a backup, open it under “Keep your work safe”.',
  list: 'Go to your assessments and records',
  safe: 'Keep your work safe',
  damaged: 'Some of what this browser keeps for you is damaged.',
  why: 'This happens when a disk fails, or when a computer stops in the middle of its work. You have done nothing wrong. Records that you have downloaded are not affected.',
  shut: 'The browser cannot open the place where your work is kept.',
  shutDo: [
    'Close every window of the browser, and start the computer again. This often helps.',
    'If the disk is nearly full, free some room on it.',
    'Come back to this page. Do not clear the browser’s data.',
  ],
  shutReason: (reason: string) => `The browser says: ${reason}`,
  again: 'Look again',
  save: 'Save what can be read',
  saved: 'What can be read stays as it is until you choose otherwise.',
  restored: (drafts: number, records: number) => `${parts(drafts, records)} can be restored from a backup.`,
  nothing: 'Nothing can be restored from a backup.',
  incomplete:
    'An answer that could not be read is missing from its assessment. Check every answer of what you restore before you sign it.',
  left: (count: number) =>
    count === 1
      ? 'One other part cannot be restored. As far as it can be read, it is in a text file. Give that to whoever runs this site.'
      : `${count} other parts cannot be restored. As far as they can be read, they are in a text file. Give that to whoever runs this site.`,
  backup: 'Download the backup',
  rest: 'Download the other parts',
  inDownloads: 'Check that the file is in your downloads.',
  afresh: 'Start afresh',
  afreshLead:
    'The service works again once its store in this browser is emptied. Then you open the backup, and have all that is in it.',
  first: 'Download what can be read first.',
  shutAfresh:
    'If nothing helps, you can empty the store and open your last backup. Whatever was kept only here is then gone for good. Ask whoever runs this site for help first.',
  keys: 'Your signing keys are deleted with it, since they cannot leave this browser. You make a new one when you next sign.',
  empty: 'Empty the store',
  ask: 'Delete everything that this browser keeps for this service?',
  askLead: 'Close its other tabs and windows first: what is being typed there is in no file. This cannot be undone.',
  yes: 'Delete everything',
  no: 'Keep it',
  emptying: 'Deleting…',
  blocked:
    'Another tab or window still has the service open. Close it: then everything is deleted, and this page says so.',
  changed: 'Something has been saved here since you downloaded the files, so nothing was deleted. Download them again.',
  done: 'The store is empty',
  doneLead: 'Open the backup that you have downloaded, and have your work back.',
  open: 'Open the backup',
  lead: 'These parts of what a browser kept could not be put into a backup: one part on each line. “why” says whether the browser could not read it (unreadable), it is not sound (damaged), or what it belongs to is not there (alone).',
  full: 'If there is no room left',
  fullLead:
    'When the disk or the space given to this browser is full, nothing more can be saved until there is room again. What was shown as saved stays.',
  room: (used: string, left: string) =>
    `What is kept here takes up ${used}. The browser says that there is room for another ${left}, but some browsers do not say how little is really free.`,
  fullDo: [
    'Empty your computer’s bin, and delete downloads that you no longer need. The browser gets a part of what is free on the disk.',
    'In the list of all assessments, delete those that you have signed, and then delete them for good. Evidence takes up the most room, and each record holds its own.',
  ],
  inBin: (count: number) =>
    count === 1 ? 'There is 1 assessment in the bin.' : `There are ${count} assessments in the bin.`,
  emptyBin: 'Delete for good what is in the bin',
  binEmptied: 'The bin is empty.',
} as const;

/** What is said beside a question whose answers cannot be saved. */
export const notSavedStrings = {
  typed: 'Download this assessment as a file',
  typedLead:
    'The file holds all that you have given and typed, also what could not be saved. Open it under “Keep your work safe” once there is room again, here or on another computer.',
  down: 'The file is in your downloads.',
  stay: 'Keep this page open: what is not saved is only here.',
} as const;
