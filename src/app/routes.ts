/** The addresses of the app, after the `#`. Each has its entry in the list of screens that the tests go through. */
export const routes = {
  start: '/',
  begin: '/new/:policy',
  practise: '/practise/:policy',
  beginPractice: '/new/:policy/practice',
  drafts: '/drafts',
  assess: '/a/:draft/*?',
  guidance: '/guidance/:policy?/:note?',
  again: '/again/:record?',
  sign: '/sign/:draft',
  backup: '/backup',
  keys: '/keys',
  verify: '/verify',
  folder: '/verify/folder',
  read: '/read/:file',
  decide: '/decide/:document?',
  next: '/next/:document?',
} as const;
