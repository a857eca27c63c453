/** The accessibility statement. What it says of tests holds for this build: change it with them. */
export const accessibility = {
  title: 'Accessibility statement',
  of: (service: string, council: string) => `This statement is for the service “${service}” of ${council}.`,
  blocks: [
    {
      kind: 'paragraph',
      text: 'We want as many people as possible to be able to use this service, and to read the records that come out of it.',
    },
    {
      kind: 'paragraph',
      text: 'It is made so that you can work with a keyboard alone, with a screen reader, at 400% zoom, and with colours and spacing of your own.',
    },
    { kind: 'heading', text: 'How accessible this service is' },
    {
      kind: 'paragraph',
      text: 'It is made to meet the Web Content Accessibility Guidelines 2.2 at level AA, and its records to meet PDF/UA-1. Nobody outside the team that makes it has audited it, so we cannot say that it complies in full.',
    },
    { kind: 'heading', text: 'What has been tested' },
    { kind: 'paragraph', text: 'With each change, programs test that:' },
    {
      kind: 'list',
      items: [
        'the checker axe finds no fault on any screen, in any state, in wide and narrow windows',
        'nothing sticks out of a window 320 pixels wide, which is what 400% leaves of an ordinary one',
        'in forced colours, text stands out and every control has an edge; with wider spacing, no text is cut off',
        'a review can be walked from the start page to the signed record with the keyboard alone, a record checked and decided on, and the focus can always be seen',
        'each screen has a title that names it and says if something is wrong; what is being saved, made or checked is announced',
        'nothing moves by itself',
        'buttons, fields and messages are built as GOV.UK’s own',
        'every kind of record passes veraPDF, a checker for PDF/UA-1 and PDF/A-3a, and reads aloud in the order of its pages',
      ],
    },
    { kind: 'heading', text: 'What has not been tested' },
    { kind: 'paragraph', text: 'Programs find only some faults. Nobody has yet tested:' },
    {
      kind: 'list',
      items: [
        'with people with disabilities',
        'with screen readers (JAWS, NVDA, VoiceOver, TalkBack), screen magnifiers or speech recognition',
        'with browsers other than Chromium, which Chrome and Edge are made from',
        'with phones and tablets themselves',
      ],
    },
    { kind: 'heading', text: 'What we know to fall short' },
    {
      kind: 'list',
      items: [
        'the table of risks is wide: in a narrow window it becomes a list, which takes long to listen to',
        'the overview of many records has tables that become long lists in a narrow window too',
        'the original pages of a signed PDF are shown as pictures: their words stand under “What the record says”, and in full under “Read it as a web page”',
        'if you have set a lock, a tab locks itself after 15 minutes without use, and does not warn you first: what you typed is kept, and you can remove the lock',
        'PDFs that you enclose as evidence are as accessible as whoever made them left them',
        'the record is in English; Welsh names and words in it are not marked as Welsh, so a screen reader may say them in English',
      ],
    },
    { kind: 'heading', text: 'Tell us about a problem' },
    {
      kind: 'paragraph',
      text: 'If you cannot use a part of this service, or need a record in another form, tell the people at your council who run it. Say which page it was and what you use.',
    },
    {
      kind: 'paragraph',
      text: 'If you are not happy with their answer, the Equality Advisory and Support Service can advise you in England, Scotland and Wales, and the Equality Commission for Northern Ireland there. The Equality and Human Rights Commission, or in Northern Ireland the Equality Commission, enforces the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018.',
    },
    { kind: 'heading', text: 'About this statement' },
    { kind: 'paragraph', text: 'It was written on 27 November 2026, from what the tests of this version do.' },
  ],
} as const;
