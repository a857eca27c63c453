/** Every sentence of the app's own in English. What a policy asks and says stands in the policy. */
export const en = {
  service: 'Assessments',
  loading: 'Loading…',
  error: 'Error',
  nav: { start: 'Start', guidance: 'Guidance', verify: 'Check a record' },
  footer: {
    local: 'Everything you type stays in this browser until you hand over a signed record.',
    links: {
      guidance: 'Guidance',
      verify: 'Check a record',
      keys: 'Your signing keys',
      backup: 'Keep your work safe',
      start: 'Start page',
      thisApp: 'This app',
      accessibility: 'Accessibility',
    },
  },
  example: 'Example',
  exampleCouncil: 'The council and its settings are invented. Do not rely on them.',
  insecure: {
    title: 'This site is not served securely',
    text: 'You can answer questions, but nothing can be signed. Whoever runs this site must serve it over https.',
  },
  paleColour: (colour: string) =>
    `White text cannot be read well on the council’s colour ${colour}, so it is not used. Whoever runs this site can choose a darker one.`,
  problem: { title: 'There is a problem', home: 'Go to the start page' },
  crash: {
    title: 'Something went wrong in the app',
    text: 'Everything that was shown as saved is safe in this browser. Go back to the start page and carry on from there.',
  },
  notFound: { title: 'There is no such page' },
  validity: {
    early: (from: string, owner: string) =>
      `This policy is valid from ${from}. Until then, ask its owner what to follow. Owner: ${owner}.`,
    late: (to: string, owner: string) =>
      `This policy was valid until ${to}. Ask its owner whether there is a newer one before you rely on it. Owner: ${owner}.`,
  },
  start: {
    title: 'Start or carry on with an assessment',
    needTitle: 'What to have at hand',
    unsure: 'If you do not know an answer yet, choose “I’m not sure”. You can stop at any time and carry on later.',
    begin: 'Start now',
    beginPolicy: (title: string) => `Start: ${title}`,
    origin: 'About these questions',
    equality: (text: string, on: string) =>
      `Equality impact assessment of this policy${on === '' ? '' : `, ${on}`}: ${text}`,
    checked: (on: string, by: string) =>
      `Legal text and figures were last checked on ${on}${by === '' ? '' : ` by ${by}`}.`,
    guidanceLink: 'Read the guidance notes',
    guidanceOf: (title: string) => `Read the guidance notes: ${title}`,
    policy: (title: string, version: string, from: string, to: string) =>
      `${title}, version ${version}, valid from ${from}${to === '' ? '' : ` to ${to}`}.`,
    practiseLink: 'Practise with an example',
    practiseOf: (title: string) => `Practise with an example: ${title}`,
    checkTitle: 'For approvers and auditors',
    checkLink: 'Check a signed record',
    decide: 'Decide on a record',
    againLink: 'Review again from last time’s signed record',
  },
} as const;
