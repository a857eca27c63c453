/**
 * Who may import whom: the table of the house, one room a line. A room is a folder or a file of src/.
 *
 * rooms     rooms whose code it may import
 * types     rooms from which it may `import type` besides
 * late      rooms that it may load with import() besides, so that they stay out of the first download
 * packages  packages that it may import; `zod` only where base/zod.ts is the file
 * instead   what to do where the table says no
 */
const record = ['base', 'policy', 'assessment', 'record']; // record and below
const heavy = ['pdf', 'signing', 'verify'];
const belowFeatures = [...record, 'storage', 'strings', 'ui', 'views', 'services'];

export const rooms = {
  base: {
    packages: ['@noble/hashes', 'zod'],
    instead: 'base has no domain and leans on nothing: move what needs another room into that room.',
  },
  policy: {
    rooms: ['base'],
    instead: 'policy is pure functions over data: take what you need as an argument, or move it down to base.',
  },
  assessment: {
    rooms: ['base', 'policy'],
    packages: ['xstate'],
    instead: 'assessment knows its policy and nothing later: let the caller pass the value in.',
  },
  record: {
    rooms: ['base', 'policy', 'assessment'],
    instead:
      'record says what is sealed, not how it is signed, printed or kept: let the caller bring the parts together.',
  },
  signing: {
    rooms: ['base'],
    packages: [],
    instead: 'signing knows bytes and WebCrypto only: take keys and documents as arguments.',
  },
  pdf: {
    rooms: record,
    packages: ['fflate', 'jspdf'],
    instead: 'pdf turns bytes into bytes: the signer, the fonts and the files come in as arguments.',
  },
  verify: {
    rooms: [...record, 'pdf', 'signing'],
    packages: ['fflate', 'pdfjs-dist'],
    instead: 'verify gives a verdict on bytes: take what it needs as arguments, and let a screen show the verdict.',
  },
  storage: {
    rooms: [...record, 'signing'],
    packages: ['@noble/ciphers', 'dexie', 'fflate'],
    instead: 'storage keeps what it is given: let the caller make it.',
  },
  strings: {
    types: [...record, ...heavy, 'storage'],
    instead: 'strings knows only the types of error codes: use import type, and take values as parameters.',
  },
  ui: {
    packages: ['react'],
    instead: 'ui knows no domain word: take the text and the values as props, or write the component in views.',
  },
  views: {
    rooms: [...record, 'strings', 'ui'],
    types: heavy,
    packages: ['react'],
    instead: 'views show what they are given: take it as props, and let a feature fetch it.',
  },
  services: {
    rooms: ['base'],
    types: [...record, ...heavy, 'storage', 'strings'],
    packages: ['react'],
    instead: 'services.ts holds types and a React context: use import type, and make the service in main.tsx.',
  },
  features: {
    rooms: belowFeatures,
    types: heavy,
    late: heavy,
    packages: ['@xstate/react', 'react', 'react-hook-form'],
    instead: 'a feature stands on the rooms below it: let the app, or services.ts, bring the rest.',
  },
  app: {
    rooms: [...belowFeatures, 'features'],
    types: heavy,
    late: heavy,
    packages: ['react', 'wouter'],
    instead: 'app is the shell of the features: put the work into a feature, or the service into main.tsx.',
  },
};

/** The composition roots, the only places that make services. They may import everything; nothing imports them. */
export const roots = ['main', 'workers'];

/** Packages with one door: the one file that may import them. */
export const doors = { zod: 'base/zod.ts' };
