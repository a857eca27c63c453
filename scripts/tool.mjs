// `npm run NAME -- …`: bundles scripts/NAME.ts on first use and runs it. Node 20 strips no types, and the tools share src/.
import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { prepare, root, stop } from './setup.mjs';

const folder = join(root, '.tools');

const sources = [
  'src',
  'scripts',
  'tests/support',
  'tests/signing',
  'tests/verify',
  'package-lock.json',
  'vite.config.ts',
];

const time = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? -Infinity;

/** The time of the youngest file in a folder. The folder's own time counts too: it tells of files taken away. */
const youngest = (path) =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory()
    ? Math.max(time(path), ...readdirSync(path).map((name) => youngest(join(path, name))))
    : time(path);

/** One file, written aside and then renamed, since two commands may bundle the same tool at once. */
const bundle = async (name, target) => {
  const { build } = await import('vite');
  const aside = `${target}.${process.pid}`;
  mkdirSync(folder, { recursive: true });
  await build({
    root,
    logLevel: 'error',
    build: {
      ssr: join(root, 'scripts', `${name}.ts`),
      outDir: aside,
      target: 'node20',
      sourcemap: false,
      copyPublicDir: false,
      rolldownOptions: { output: { entryFileNames: 'tool.mjs', codeSplitting: false } },
    },
    ssr: { noExternal: true, external: ['pdfjs-dist', 'playwright', 'vite'] },
  });
  renameSync(join(aside, 'tool.mjs'), target);
  rmSync(aside, { recursive: true });
};

const [name, ...args] = process.argv.slice(2);
const source = join(root, 'scripts', `${name}.ts`);
if (!/^[a-z-]+$/.test(name ?? '') || time(source) < 0) stop(`There is no tool "${name ?? ''}".`);

prepare();
const target = join(folder, `${name}.mjs`);
if (time(target) < Math.max(...sources.map((path) => youngest(join(root, path))))) await bundle(name, target);
process.argv.splice(1, Infinity, target, ...args);
await import(pathToFileURL(target).href);
