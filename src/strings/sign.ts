import { ownCopy } from './own-copy';

/** The sentences of signing, and of what comes after it. */
export const signStrings = {
  title: 'Declare and sign',
  key: 'Which key do you sign with?',
  keyChosen: {
    named: 'Signing key: this browser’s own. Change it only if your council gave you another',
    file: 'Signing key: a key file from your council',
    kept: (name: string) => `Signing key: the key of ${name}, which your council has confirmed`,
  },
  keyKept: (name: string) => `The key of ${name}, which your council has confirmed`,
  keyKeptHint: (digits: string) => `It stays in this browser. The fingerprint of its certificate begins ${digits}`,
  keyNamed: 'The key in this browser',
  keyNamedHint: 'It is made the first time you sign, and stays in this browser',
  keyFile: 'A key file from your council',
  keyFileHint: 'Its name ends in .p12 or .pfx. It is opened for this signature and kept nowhere',
  keys: 'See your signing keys',
  file: 'Key file',
  fileNeeded: 'Choose the key file',
  password: 'Password of the key file',
  passwordHint: 'It is used once and kept nowhere',
  nameFrom: 'Your name is taken from the certificate.',
  declaration: 'Declaration',
  declare: 'I make this declaration',
  declareNeeded: 'Make the declaration to sign the record',
  again: (times: number) =>
    times === 1
      ? 'You have already signed a record of this assessment. Signing again makes a new revision that replaces it.'
      : `You have already signed ${times} records of this assessment. Signing again makes a new revision that replaces the last.`,
  next: 'Continue',
  working: 'Making the record…',
  cancel: 'Cancel',
} as const;

export const confirmStrings = {
  title: 'Check what you are about to sign',
  reference: 'Reference',
  recordId: 'Record id begins with',
  outcome: 'Recommendation',
  conditions: 'Conditions that go with it',
  name: 'Name',
  job: 'Job title',
  service: 'Service',
  role: 'Role',
  officer: 'Assessing officer',
  fingerprint: 'Fingerprint of the certificate',
  identity: 'Who vouches for the name',
  selfAsserted: 'You do. The key signed its own certificate, so the name is your own statement.',
  issued: (issuer: string) => `${issuer}, which issued the certificate.`,
  time: 'Time of signing',
  clock: 'Whose clock',
  ownClock: 'By this computer’s clock. Nobody else confirms it.',
  authority:
    'By this computer’s clock. When you sign, your council’s timestamp authority is asked to confirm a time. It is sent a number made from the signature, and nothing of the record.',
  about: 'What your signature shows, and its technical details',
  explain: [
    'It shows that the record has not changed since it was signed with this key.',
    'It is not by itself proof of who you are. Other programs call the signer’s identity unknown until they trust the certificate or whoever issued it.',
    'The first digits of the record’s id stand at the foot of every page, so that you can see that this is what you signed.',
  ],
  practice: [
    'You sign a PDF that says PRACTICE on every page, as a real record would be made.',
    'Its key was made for it alone and is thrown away at once. “PRACTICE” is put before your name.',
    'Nobody is told, and nothing goes on a register.',
  ],
  submit: 'Sign and download the record',
  back: 'Go back',
  working: 'Signing…',
  stamping: 'Signing, and asking for a timestamp…',
  cancel: 'Cancel',
  without: 'Sign without a timestamp',
  withoutHint:
    'You can try again, or sign without a timestamp. What you sign then says that the time is that of your own computer’s clock, and it counts as signed all the same.',
  unkept: 'Sign and download without keeping a copy here',
  unkeptHint:
    'Your answers are safe, and nothing has been signed. You can free some space and try again, or sign and download the record without a copy in this browser. Then the file is the only one, and if you sign this assessment again, the new record will not say that it replaces this one.',
  madeAgain: 'It was made again, so its time and its id are new. Check it once more, then sign.',
} as const;

export const doneStrings = {
  title: 'Record signed',
  reference: 'Reference',
  saved: (name: string) => `The file ${name} is in your downloads.`,
  again: 'Download it again',
  nextTitle: 'What happens next',
  next: (kept: boolean) => [
    'Send the file, as it is, to those below. Programs that print or save it again break the signature.',
    ownCopy(kept),
    'When something changes, or is found out, open this assessment again from the start page, and sign it anew.',
  ],
  key: 'Your signing key and the time of signing',
  fingerprint: 'Fingerprint of your certificate',
  time: 'Whose clock',
  ownClock: 'The time in the record is this computer’s own. Nobody else has confirmed it.',
  stamped: 'The time in the record is this computer’s own. A timestamp authority has confirmed a time besides.',
  certificate: 'Download your certificate for the council’s list of keys',
  check: 'Check the record now',
  practiceTitle: 'Practice record signed',
  practiceNext: 'What would happen next',
  practiceText:
    'This was for practice, so there is nothing to send. Do not pass the file on as a record. With a real assessment, you would now:',
  practiceSteps: [
    'send the file, as it is, to those below',
    'give your council your certificate, so that others can tell that the signature is yours',
    'keep your own copy',
  ],
  start: 'Go to the start page',
} as const;
