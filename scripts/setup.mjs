// Runs before anything is installed: Node's own modules only.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Whether the tools run on this Node: 20.19, 22.13 or 24, each or newer within its line, as `engines` in package.json
 * says.
 * @param {string} version as `process.versions.node` gives it
 */
export const isSupported = (version) => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return (major === 20 && minor >= 19) || (major === 22 && minor >= 13) || major >= 24;
};

/**
 * Ends the process with a sentence for the person.
 * @param {string} sentence
 * @returns {never}
 */
export const stop = (sentence) => {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
};

/**
 * Runs a program and waits for it. Its output goes where ours goes, unless `options` says otherwise.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnSyncOptions} [options]
 */
export const run = (command, args, options = {}) => {
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (result.signal === 'SIGINT') process.exit(130);
  return result;
};

/**
 * Runs the program of an installed package with this Node. Not through `node_modules/.bin`, which Windows cannot spawn
 * without a shell.
 * @param {string} name the package, whose program has the same name (`tsc` is TypeScript's)
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnSyncOptions} [options]
 */
export const runPackage = (name, args, options) => {
  const folder = join(root, 'node_modules', name === 'tsc' ? 'typescript' : name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return run(process.execPath, [join(folder, typeof bin === 'string' ? bin : bin[name]), ...args], options);
};

const time = (file) => (existsSync(file) ? statSync(file).mtimeMs : -Infinity);

/** npm writes its own list last, so an interrupted installation counts as missing. */
const isInstalled = () => time(join(root, 'node_modules/.package-lock.json')) >= time(join(root, 'package-lock.json'));

/** Nothing that we install needs a script of its own to run, so none is let run. */
const install = () => {
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const stdio = ['ignore', 2, 2]; // a tool's output is for whoever reads it
  const npm = process.env.npm_execpath;
  const { status } =
    npm === undefined
      ? run('npm', args, { stdio, shell: process.platform === 'win32' })
      : run(process.execPath, [npm, ...args], { stdio });
  if (status !== 0) stop('The packages could not be installed. npm says why above.');
};

/** Makes the repository ready: a Node that it runs on, and the packages of package-lock.json. */
export const prepare = () => {
  const { node } = process.versions;
  if (!isSupported(node)) {
    stop(`This is Node ${node}. Install Node 20.19, 22.13 or 24, or a newer one of those lines, and try again.`);
  }
  if (isInstalled()) return;
  process.stderr.write('Installing the packages. This takes about a minute.\n');
  install();
};
