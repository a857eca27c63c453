import type { Verdict } from '../verify/verdict';

/** As much of a verdict as its heading stands on. */
type Concluded = Pick<Verdict, 'accepted' | 'lines'> & { readonly proven?: { readonly sequels: readonly unknown[] } };

const isRefused = ({ lines }: Concluded): boolean => lines.some(({ state }) => state === 'refused');

const isForPractice = ({ lines }: Concluded): boolean => lines.some(({ id }) => id === 'practice');

/** Whether the file is a decision or a follow-up, as far as the check came. */
const comesAfter = ({ proven, lines }: Concluded): boolean =>
  (proven?.sequels ?? []).length > 0 || lines.some(({ id }) => id === 'inside');

const isCopy = ({ lines }: Concluded): boolean =>
  lines.some(({ failures = [] }) => failures.some(({ code }) => code === 'verify.copy'));

/** What a verdict comes to, as a heading. That it is for practice comes before anything else. */
export const verdictTitle = (verdict: Concluded): string => {
  const practice = isForPractice(verdict) ? 'PRACTICE, decides nothing. ' : '';
  const what = comesAfter(verdict) ? 'document' : 'record';
  if (verdict.accepted) return `${practice}The ${what} is what was signed`;
  if (isCopy(verdict)) return 'This is a copy, not the signed record';
  return `${practice}The ${what} ${isRefused(verdict) ? 'cannot be relied on as it stands' : 'could not be checked in full'}`;
};

/** What stands behind that heading; the lines say the rest. */
export const verdictSentence = (verdict: Concluded): string => {
  if (verdict.accepted && isForPractice(verdict))
    return 'Its pages, its data and its recommendation agree, but it was made for practice. Nobody may rely on it.';
  if (verdict.accepted)
    return comesAfter(verdict)
      ? 'Its pages, its data and what it encloses agree. Whether the signers are who they say is a question of trust: see that line.'
      : 'Its pages, its data and its recommendation agree. Whether the signer is who the record says is a question of trust: see that line.';
  if (isCopy(verdict)) return 'Only the signed original can be checked.';
  return isRefused(verdict)
    ? 'It did not pass every check. Checks that depend on one that it did not pass were not made.'
    : 'The signature is intact, but this version cannot check the rest. Do not rely on the record yet.';
};

export const preReleaseSentence =
  'The record is in a format that is not final. Use it to try the service out, not for the register.';
