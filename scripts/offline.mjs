// The service worker lists the files of the app with their hashes, so it is written when they all lie in the build.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from './setup.mjs';

const worker = 'sw.js';

/** What the app never asks for, and what a deployer changes without a build. */
const isOurs = (path) => path !== worker && !path.endsWith('.map') && !path.startsWith('decision-trees/');

const filesOf = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter(isOurs)
    .toSorted();

const hash = (bytes) => createHash('sha256').update(bytes).digest('base64');

/** The code of the service worker as one plain script: under Trusted Types it may not fetch parts of itself. */
const workerCode = async () => {
  const entry = join(root, 'src/workers/offline.ts');
  const built = await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'warn',
    build: { write: false, target: 'es2023', lib: { entry, formats: ['iife'], name: 'offline', fileName: 'sw' } },
  });
  return [built].flat()[0].output[0].code;
};

/**
 * Writes which build this is into the page, and the service worker that keeps it, into a folder that holds the rest.
 * @param {string} folder
 * @param {string} version
 */
export const writeWorker = async (folder, version) => {
  const list = () => filesOf(folder).map((path) => [path, hash(readFileSync(join(folder, path)))]);
  const code = await workerCode();
  const id = createHash('sha256')
    .update(JSON.stringify([version, list(), code]))
    .digest('hex')
    .slice(0, 8);
  const page = join(folder, 'index.html');
  const marked = readFileSync(page, 'utf8').replace(/(?<=name="build" content=")[^"]*/, `${version} ${id}`);
  if (!marked.includes(id)) throw new Error('index.html has no place for the name of the build');
  writeFileSync(page, marked);
  writeFileSync(join(folder, worker), `const built=${JSON.stringify({ version, id, files: list() })};\n${code}`);
};

/**
 * Writes the service worker beside the build.
 * @returns {import('vite').Plugin}
 */
export const offline = () => ({
  name: 'offline',
  apply: 'build',
  async writeBundle({ dir }, files) {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    if ('index.html' in files) await writeWorker(dir, version); // not beside a command-line tool
  },
});
