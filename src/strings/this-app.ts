interface Build {
  readonly version: string;
  readonly id: string;
}

/** What is said of the app itself: its versions, and what is kept for use without a network. */
export const thisApp = {
  title: 'This app',
  intro: 'What this browser keeps, so that you can work where there is no network.',
  build: ({ version, id }: Build) => (id === '' ? 'Not built' : `${version} (build ${id})`),
  here: 'Version in use',
  next: 'Version waiting',
  noNext: 'None',
  offline: 'Works without a network',
  kept: {
    all: 'Yes. Everything is kept in this browser: questions, guidance, signing and checking.',
    'not-yet': 'Not yet. It is being fetched. Leave this page open for a minute.',
    slow: 'Not yet. It takes longer than it should: the network is slow, or passes nothing on. It is still being tried, for some minutes.',
    never: 'No. This browser does not let a site keep itself, or the site is not served securely.',
  },
  failedFirst: 'Not everything could be fetched. It is tried again when you next open the app.',
  failedUpdate:
    'A new version could not be fetched whole. You go on with the version in use. It is tried again when you next open the app.',
  policies: 'Questions in use',
  policy: (title: string, version: string) => `${title}, version ${version}`,
  keptCopy: (at: string, isSiteFaulty: boolean) =>
    `${isSiteFaulty ? 'The site’s own has a fault.' : 'The site could not be read.'} This is the copy kept on ${at}.`,
  check: 'Look for a new version',
  checking: 'Looking…',
  found: 'There is a new version. It is shown above once it is here whole.',
  newest: 'There is no newer version.',
  unreachable: 'The site cannot be reached. The version in use goes on working.',
  notice: 'A new version of this app is ready',
  noticeText: 'Your work stays as it is. Other tabs go on with their version until you load them again.',
  take: 'Use the new version',
  changed: 'The questions or the council’s settings have changed',
  changedText: 'Assessments that you have begun keep theirs until you choose otherwise.',
  reload: 'Load the page again',
  faulty: 'The questions or the council’s settings on the site have a fault',
  faultyText: (at: string) =>
    `You can go on: this is the copy that this browser kept on ${at}. Tell whoever looks after the site.`,
  superseded: {
    title: 'Another tab has changed how your work is kept',
    text: 'A newer version of the service was opened there, a lock was set or removed, or everything was deleted. Nothing more is saved in this tab. Reload the page to go on.',
    reload: 'Reload the page',
  },
  install: 'Install it',
  installText:
    'Your browser can put the app beside your other programs, with a window of its own: look for “Install” or “Add to Home screen” in its menu. It is the same app with the same drafts.',
  licences: 'What others have made of it, and their licences',
} as const;
