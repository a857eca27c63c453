/** The sentences of signing, and of what comes after it. */
export const signStrings = {
  title: 'Declare and sign',
  name: 'Your full name',
  job: 'Your job title',
  service: 'Your service',
  declaration: 'Declaration',
  declare: 'I make this declaration',
  declareNeeded: 'Make the declaration to sign the record',
  nameNeeded: 'Enter your full name',
  jobNeeded: 'Enter your job title',
  serviceNeeded: 'Enter your service',
  again: (times: number) =>
    times === 1
      ? 'You have already signed a record of this assessment. Signing again makes a new revision that replaces it.'
      : `You have already signed ${times} records of this assessment. Signing again makes a new revision that replaces the last.`,
  about: 'What signing does',
  explain: [
    'Signing makes a PDF record and seals it with a key that stays in this browser.',
    'The signature shows that the record has not changed since. It does not by itself prove who you are: your council can add your key to its list.',
    'The time in the record is this computer’s clock.',
  ],
  practice: [
    'Signing makes a PDF that says PRACTICE on every page, as a real record would be made.',
    'It is sealed with a key that is made for it alone and thrown away at once. “PRACTICE” is put before your name.',
    'Nobody is told, and nothing goes on a register.',
  ],
  submit: 'Sign and download the record',
  working: 'Making the record…',
  cancel: 'Cancel',
} as const;

export const doneStrings = {
  title: 'Record signed',
  reference: 'Reference',
  saved: (name: string) => `The file ${name} is in your downloads.`,
  again: 'Download it again',
  nextTitle: 'What happens next',
  next: [
    'Send the file to the person or team named below. Send it as it is: programs that print or save it again break the signature.',
    'Attach it to the committee report if there is one.',
    'Keep your own copy. The app keeps one in this browser too.',
  ],
  send: 'Send the record to',
  email: 'Write an email, then attach the file to it',
  fingerprint: 'Fingerprint of your certificate',
  certificate: 'Download your certificate for the council’s list of keys',
  check: 'Check the record now',
  practiceTitle: 'Practice record signed',
  practiceNext: 'What would happen next',
  practiceText:
    'This was for practice, so there is nothing to send. Do not pass the file on as a record. With a real assessment, you would now:',
  practiceSteps: [
    'send the file to the person or team named below, as it is',
    'attach it to the committee report if there is one',
    'give your council your certificate, so that others can tell that the signature is yours',
    'keep your own copy',
  ],
  start: 'Go to the start page',
} as const;
