/** What stands with an email that can be copied, or opened in the person’s own program. */
export const emailStrings = {
  subject: 'Subject',
  message: 'Message',
  copySubject: 'Copy the subject',
  copyMessage: 'Copy the message',
  copied: 'Copied',
  notCopied: 'This browser does not let the page copy. The text is selected: press Ctrl and C together.',
  open: 'Open it in your email program',
} as const;
