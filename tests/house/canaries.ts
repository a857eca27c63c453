/** One deliberately wrong file: what it breaks, where it stands, its text, the rule that must see it, and its words. */
export interface Canary {
  readonly law: string;
  readonly file: string;
  readonly text: string;
  readonly rule: string;
  readonly says?: RegExp;
}

const imports = (law: string, file: string, text: string, says: RegExp): Canary => ({
  law,
  file,
  text: `${text}\n`,
  rule: 'house(imports)',
  says,
});

const room = (from: string, to: string): Canary =>
  imports(
    `${from} does not import ${to}`,
    `src/${from}/wrong-${to}.ts`,
    `export { one } from '../${to}/one';`,
    /may not/,
  );

const rooms: readonly Canary[] = [
  room('base', 'policy'),
  room('policy', 'assessment'),
  room('assessment', 'record'),
  room('record', 'signing'),
  room('signing', 'record'),
  room('pdf', 'signing'),
  room('verify', 'storage'),
  room('storage', 'pdf'),
  room('strings', 'policy'),
  room('ui', 'strings'),
  room('ui', 'base'),
  room('views', 'storage'),
  imports('a room has a name', 'src/helpers/wrong.ts', 'export const one = 1;', /no room of the house/),
  imports('services.ts imports types', 'src/services.ts', "export { one } from './storage/one';", /import type/),
  imports('nothing imports main', 'src/app/wrong-main.ts', "export { one } from '../main';", /Nothing imports/),
  imports('nothing imports a worker', 'src/app/wrong-w.ts', "export { one } from '../workers/one';", /Nothing imports/),
  imports('a type is an import', 'src/policy/wrong-type.ts', "export type { One } from '../ui/one';", /may not/),
  imports('a type in place is too', 'src/policy/wrong-in.ts', "export type A = import('../ui/one').One;", /may not/),
  imports('import() is one too', 'src/policy/wrong-late.ts', "export const a = () => import('../ui/one');", /may not/),
  imports('rooms stay inside src', 'src/policy/wrong-out.ts', "export { a } from '../../scripts/a';", /outside src/),
];

const screens: readonly Canary[] = [
  ...['pdf', 'signing', 'verify'].map((heavy) =>
    imports(
      `screens reach ${heavy} by import()`,
      `src/features/sign/wrong-${heavy}.ts`,
      `export { one } from '../../${heavy}/one';`,
      /only by import\(\)/,
    ),
  ),
  imports('so does app', 'src/app/wrong-pdf.ts', "export { one } from '../pdf/one';", /only by import\(\)/),
  imports(
    'features are islands',
    'src/features/sign/wrong.ts',
    "export { a } from '../drafts/a';",
    /never imports another/,
  ),
];

const packages: readonly Canary[] = [
  imports('zod has one door', 'src/policy/wrong-zod.ts', "export { z } from 'zod/mini';", /base\/zod\.ts/),
  imports('zod has it for tests too', 'tests/policy/wrong-zod.ts', "export { z } from 'zod';", /base\/zod\.ts/),
  imports('react stays out of policy', 'src/policy/wrong-react.ts', "export { use } from 'react';", /package react/),
  imports(
    'xstate is for assessment',
    'src/policy/wrong-x.ts',
    "export { setup } from 'xstate';",
    /belongs to assessment/,
  ),
  imports('dexie is for storage', 'src/features/a/wrong.ts', "export { Dexie } from 'dexie';", /belongs to storage/),
  imports('jspdf is for pdf', 'src/views/wrong-jspdf.ts', "export { jsPDF } from 'jspdf';", /belongs to pdf/),
  imports(
    'fflate is not for signing',
    'src/signing/wrong-fflate.ts',
    "export { zlibSync } from 'fflate';",
    /package fflate/,
  ),
  imports(
    'forms are for features',
    'src/ui/wrong.ts',
    "export { useForm } from 'react-hook-form';",
    /belongs to features/,
  ),
  imports('no room reads files', 'src/verify/wrong-fs.ts', "export { readFile } from 'node:fs';", /no room imports it/),
];

const restricted = (file: string, expression: string, rule: string): Canary => ({
  law: `${file} has no ${expression}`,
  file: `src/${file}/wrong-${expression.replace(/\W+/g, '-')}.ts`,
  text: `export const wrong = (): unknown => ${expression};\n`,
  rule,
});

const globals = 'eslint(no-restricted-globals)';
const properties = 'eslint(no-restricted-properties)';

const pure: readonly Canary[] = [
  ...['base', 'policy', 'assessment', 'record'].flatMap((pureRoom) => [
    restricted(pureRoom, 'Date.now()', globals),
    restricted(pureRoom, 'new Date()', globals),
    restricted(pureRoom, 'Math.random()', properties),
    restricted(pureRoom, 'crypto.getRandomValues(new Uint8Array(1))', globals),
    restricted(pureRoom, 'new Intl.Collator()', globals),
    restricted(pureRoom, '(1).toLocaleString()', properties),
    restricted(pureRoom, "'a'.localeCompare('b')", properties),
    restricted(pureRoom, "fetch('/')", globals),
    restricted(pureRoom, 'localStorage', globals),
    restricted(pureRoom, 'window', globals),
    restricted(pureRoom, 'document', globals),
  ]),
  restricted('pdf', "fetch('/')", globals),
  restricted('verify', "fetch('/')", globals),
];

const other: readonly Canary[] = [
  restricted('views', "eval('1')", 'eslint(no-eval)'),
  restricted('views', "new Function('return 1')", 'eslint(no-new-func)'),
  restricted('views', "(document.body.innerHTML = '')", properties),
  {
    law: 'text never becomes markup in React',
    file: 'src/views/wrong-danger.tsx',
    text: "export const Wrong = () => <p dangerouslySetInnerHTML={{ __html: '' }} />;\n",
    rule: 'react(no-danger)',
  },
  restricted('views', "console.log('')", 'eslint(no-console)'),
  {
    law: 'no import cycles',
    file: 'src/record/wrong-cycle.ts',
    text: "export { back } from './wrong-back';\nexport const there = 1;\n",
    rule: 'import(no-cycle)',
  },
  {
    law: 'no default exports',
    file: 'src/record/wrong-default.ts',
    text: 'export default 1;\n',
    rule: 'import(no-default-export)',
  },
  {
    law: 'no file over 250 lines',
    file: 'src/record/wrong-long.ts',
    text: `${'// a line\n'.repeat(250)}export const one = 1;\n`,
    rule: 'eslint(max-lines)',
  },
  {
    law: 'no test is left out without a reason',
    file: 'tests/record/wrong-skip.test.ts',
    text: "import { it } from 'vitest';\n\nit.skip('a', () => {});\n",
    rule: 'vitest(no-disabled-tests)',
  },
  {
    law: 'no test runs alone',
    file: 'tests/record/wrong-only.test.ts',
    text: "import { it } from 'vitest';\n\nit.only('a', () => {});\n",
    rule: 'vitest(no-focused-tests)',
  },
  {
    law: 'no promise is forgotten',
    file: 'src/record/wrong-promise.ts',
    text: 'export const wrong = (promise: Promise<void>): void => {\n  promise.then(() => 1);\n};\n',
    rule: 'typescript(no-floating-promises)',
  },
  {
    law: 'every case of a switch is thought of',
    file: 'src/record/wrong-switch.ts',
    text: "export const wrong = (a: 'x' | 'y'): void => {\n  switch (a) {\n    case 'x':\n      break;\n  }\n};\n",
    rule: 'typescript(switch-exhaustiveness-check)',
  },
];

export const canaries: readonly Canary[] = [...rooms, ...screens, ...packages, ...pure, ...other];

/** What the wrong files import, and files that keep every law: none of these may be complained about. */
export const rightFiles: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['base', 'policy', 'assessment', 'record', 'signing', 'pdf', 'verify', 'storage', 'strings', 'ui', 'workers'].map(
      (name) => [`src/${name}/one.ts`, 'export type One = 1;\nexport const one: One = 1;\n'],
    ),
  ),
  'src/base/zod.ts': "export * as z from 'zod/mini';\n",
  'src/policy/right.ts': "export { one } from '../base/one';\nexport { z } from '../base/zod';\n",
  'src/assessment/right.ts': "export { one } from '../policy/one';\nexport { setup } from 'xstate';\n",
  'src/signing/right.ts': 'export const bytes = (): Uint8Array => crypto.getRandomValues(new Uint8Array(1));\n',
  'src/verify/right.ts': "export { one } from '../pdf/one';\nexport { unzipSync } from 'fflate';\n",
  'src/strings/right.ts': "export type { One } from '../verify/one';\n",
  'src/features/sign/right.ts':
    "export type { One } from '../../pdf/one';\nexport { useForm } from 'react-hook-form';\n" +
    "export const load = () => import('../../pdf/one');\n",
  'src/features/sign/near.ts': "export { load } from './right';\nexport const now = (): number => Date.now();\n",
  'src/app/right.ts': "export { load } from '../features/sign/near';\nexport { Route } from 'wouter';\n",
  'src/main.tsx': "export { one } from './pdf/one';\nexport { createRoot } from 'react-dom/client';\n",
  'src/record/long.ts': `${'// a line\n'.repeat(249)}export const one = 1;\n`,
  'scripts/right.ts': "export { one } from '../src/verify/one';\nexport { readFile } from 'node:fs';\n",
  // the other halves of wrong files
  'src/record/wrong-back.ts': "import { there } from './wrong-cycle';\n\nexport const back = there;\n",
};
