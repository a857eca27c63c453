import type { LeftWhy } from '../assessment/take-up';

/** The sentences of taking up an earlier record. */
export const againStrings = {
  title: 'Review again from last time’s signed record',
  lead: 'Choose the signed record. It is checked first. Its answers are then shown to you, and you confirm or change each of them.',
  local: 'Everything happens in this browser. The record is sent nowhere.',
  insecure: 'Records cannot be checked here. Whoever runs this site must serve it over https.',
  file: 'Signed record (PDF)',
  submit: 'Check the record and continue',
  working: 'Checking the record…',
  noFile: 'Choose a signed record',
  unknown: 'That record is not kept in this browser. Choose its PDF file instead.',
  refused: 'This record cannot be taken up',
  refusedWhy:
    'Its answers may not be the ones that were signed. Ask for the file exactly as it was signed: programs that print it to PDF or save it again break it.',
  other: 'Choose another file',
  otherPolicy: (policy: string) =>
    `It was made under the policy “${policy}”, which this site does not have. Take it up on the site that it comes from, or start anew.`,
  accepted: 'Check that this is the right record',
  facts: {
    title: 'What it is about',
    reference: 'Reference',
    outcome: 'Recommendation',
    signed: 'Signed',
    signer: 'Signed by',
  },
  trust:
    'The record has not been changed since it was signed. Whether the signer is who it says was not checked: do that under “Check a record” if you do not know where the file comes from.',
  practice: 'It is a practice record. What you start from it is for practice too.',
  newPolicy: (was: string, now: string) =>
    `The record was made under version ${was} of the policy. You will answer under version ${now}. Read each question: it may have changed.`,
  changedPolicy: (version: string) =>
    `The policy (version ${version}) or its settings have changed since the record was signed. Read each question: it may have changed.`,
  nextTitle: 'What happens next',
  next: [
    'You see the answers that your review asks for on one page, and tick what is still true.',
    'Only what you do not tick opens as a question, with the earlier answer filled in. So does what nobody knew then, and what is asked anew each time.',
    'No answer counts before you have confirmed it. The new record says that it replaces this one.',
  ],
  nextGaps: (count: number) => [
    `You are first asked again what stood in the way: ${count === 1 ? 'one answer' : `${count} answers`}.`,
    'You then confirm everything else on one page.',
    'No answer counts before you have confirmed it. The new record says that it replaces this one.',
  ],
  left: (count: number) => (count === 1 ? 'One answer is not taken over' : `${count} answers are not taken over`),
  leftColumns: ['Question', 'Answer in the record', 'Why'],
  why: {
    fresh: 'Asked anew each time',
    removed: 'No longer asked',
    changed: 'The question has changed',
    'not-offered': 'This answer is no longer offered',
    file: 'Add the file again',
  } satisfies Readonly<Record<LeftWhy, string>>,
  notes: 'Notes stay in the earlier record.',
  start: 'Start the review',
  startGaps: 'Answer what stood in the way',
} as const;
