/** What is asked of anyone who signs, and how keys are shown. */
export const signerStrings = {
  name: 'Your full name',
  job: 'Your job title',
  service: 'Your service',
  needed: {
    name: 'Enter your full name',
    job: 'Enter your job title',
    service: 'Enter your service',
  },
} as const;

/** Digits in groups of four, so that they can be compared by eye. */
export const grouped = (digits: string): string => digits.replace(/(.{4})(?=.)/g, '$1 ');
