// Finds the browser that the tests drive. Node's own modules only, and Playwright where it is installed.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { run, runPackage } from './setup.mjs';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const applications = {
  darwin: ['Chromium', 'Google Chrome', 'Microsoft Edge'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA']
    .map((name) => process.env[name] ?? '')
    .flatMap((folder) =>
      [
        'Chromium/Application/chrome.exe',
        'Google/Chrome/Application/chrome.exe',
        'Microsoft/Edge/Application/msedge.exe',
      ].map((file) => join(folder, file)),
    ),
};

const onPath = () =>
  (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));

/** Ubuntu's chromium-browser is a script that only says to install a snap, so being there is not enough. */
const works = (file) =>
  existsSync(file) &&
  (process.platform === 'win32' || spawnSync(file, ['--version'], { timeout: 20_000 }).status === 0);

const playwrights = () => {
  try {
    return createRequire(import.meta.url)('playwright').chromium.executablePath();
  } catch {
    return ''; // not installed yet
  }
};

/**
 * The browser's program: the one that CHROMIUM_PATH names and no other, or else a Chromium, Chrome or Edge of this
 * machine, or else Playwright's own. Undefined where there is none.
 */
export const findChromium = () => {
  const named = process.env.CHROMIUM_PATH;
  if (named) return works(named) ? named : undefined;
  return [...onPath(), ...(applications[process.platform] ?? [])].find(works) ?? [playwrights()].find(works);
};

/** Flags for a browser that talks to nobody but the page under test. Chromium's sandbox refuses to run as root. */
export const chromiumFlags = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** Installs a browser: Playwright's, or Debian's where we may. Undefined where neither can be had. */
const installChromium = () => {
  process.stdout.write('There is no Chromium, Chrome or Edge here. Installing one.\n');
  runPackage('playwright', ['install', 'chromium'], { timeout: 600_000 });
  if (findChromium() === undefined && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    run('apt-get', ['update', '-q'], { timeout: 300_000 });
    run('apt-get', ['install', '-y', '-q', 'chromium'], {
      timeout: 600_000,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  }
  return findChromium();
};

/** The browser's program, installed first if there is none; never beside one that CHROMIUM_PATH names. */
export const haveChromium = () => findChromium() ?? (process.env.CHROMIUM_PATH ? undefined : installChromium());
