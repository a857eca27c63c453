// Whoever passes the built app on passes on other people's work: their names and licences go with it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup.mjs';

/** The package that a module comes from, or undefined for one of ours. */
const packageOf = (module) => /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(module)?.[1];

const read = (...path) => readFileSync(join(root, ...path), 'utf8').trim();

/** What a package says of itself, and the text of its licence where it encloses one. */
const entryOf = (name) => {
  const folder = join('node_modules', name);
  const { version, license, homepage } = JSON.parse(read(folder, 'package.json'));
  const file = readdirSync(join(root, folder)).find((one) => /^(licen[cs]e|copying|unlicense)(\.\w+)?$/i.test(one));
  const from = homepage ?? `https://www.npmjs.com/package/${name}`;
  return `${name} ${version}\n${license}, ${from}${file === undefined ? '' : `\n\n${read(folder, file)}`}`;
};

/** What is in the build and in no bundle: the styles, and the font with which records are printed. */
const others = () => [
  entryOf('govuk-frontend'),
  `Atkinson Hyperlegible Next\n${read('src/pdf/assets/AtkinsonHyperlegibleNext-OFL.txt')}`,
];

/**
 * Writes `licences.txt` into the build: our licence, and those of all packages that some module of the build comes from.
 * @returns {import('vite').Plugin}
 */
export const licences = () => {
  const names = new Set();
  return {
    name: 'licences',
    apply: 'build',
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle))
        for (const module of chunk.type === 'chunk' ? chunk.moduleIds : []) names.add(packageOf(module));
      names.delete(undefined);
      const parts = [
        read('LICENCE'),
        ...[...names].toSorted((one, other) => (one < other ? -1 : 1)).map(entryOf),
        ...others(),
      ];
      this.emitFile({
        type: 'asset',
        fileName: 'licences.txt',
        source: `${parts.join(`\n\n${'='.repeat(72)}\n\n`)}\n`,
      });
    },
  };
};
