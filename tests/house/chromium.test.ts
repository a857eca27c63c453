import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import process from 'node:process';
import { afterAll, describe, expect, it } from 'vitest';

const made: string[] = [];
afterAll(() => made.forEach((folder) => rmSync(folder, { recursive: true, force: true })));
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'chromium-'));
  made.push(folder);
  return folder;
};

/** A program that does what a shell's lines do; its path. */
const program = (file: string, lines = 'exit 0'): string => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `#!/bin/sh\n${lines}\n`);
  chmodSync(file, 0o755);
  return file;
};

/** What an expression gives in a process whose PATH, home and browsers of Playwright's are only these. */
const inProcess = (expression: string, env: Readonly<Record<string, string>>): { value: string; said: string } => {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { createRequire } from 'node:module';
       const { findChromium, haveChromium } = await import('./scripts/chromium.mjs');
       const playwrights = () => createRequire(process.cwd() + '/')('playwright').chromium.executablePath();
       console.log('=' + (${expression}));`,
    ],
    { encoding: 'utf8', env: { HOME: newFolder(), PLAYWRIGHT_BROWSERS_PATH: newFolder(), ...env } },
  );
  const lines = stdout.trimEnd().split('\n');
  return { value: (lines.pop() ?? '').slice(1), said: lines.join('\n') + stderr };
};
const found = (env: Readonly<Record<string, string>>): string => inProcess('findChromium()', env).value;

// Elsewhere the applications of the machine itself are looked at too.
describe.runIf(process.platform === 'linux')('the browser that tests drive', () => {
  it('is the one that CHROMIUM_PATH names, and no other, even where that does not run', () => {
    const [folder, elsewhere] = [newFolder(), newFolder()];
    program(join(folder, 'chromium'));
    const named = program(join(elsewhere, 'my-browser'));
    const broken = program(join(elsewhere, 'my-broken-browser'), 'exit 1');
    expect(found({ PATH: folder, CHROMIUM_PATH: named })).toBe(named);
    expect(found({ PATH: folder, CHROMIUM_PATH: broken })).toBe('undefined');
    expect(found({ PATH: folder, CHROMIUM_PATH: join(elsewhere, 'none') })).toBe('undefined');
    expect(found({ PATH: folder, CHROMIUM_PATH: '' })).toBe(join(folder, 'chromium'));
  });

  it('is the first on PATH: Chromium before Chrome before Edge, in the first folder that has one', () => {
    const [first, second] = [newFolder(), newFolder()];
    const PATH = [first, second].join(delimiter);
    for (const name of [
      'microsoft-edge-stable',
      'microsoft-edge',
      'google-chrome-stable',
      'google-chrome',
      'chromium-browser',
      'chromium',
    ]) {
      program(join(second, name));
      expect(found({ PATH })).toBe(join(second, name));
    }
    program(join(first, 'microsoft-edge'));
    expect(found({ PATH })).toBe(join(first, 'microsoft-edge'));
  });

  it('is none that is there and does not run', () => {
    const folder = newFolder();
    program(join(folder, 'chromium'), 'exit 1');
    writeFileSync(join(folder, 'chromium-browser'), 'not a program');
    expect(found({ PATH: folder })).toBe('undefined');
    program(join(folder, 'google-chrome'));
    expect(found({ PATH: folder })).toBe(join(folder, 'google-chrome'));
  });

  it('is Playwright’s own where the machine has none', () => {
    const env = { PATH: newFolder(), PLAYWRIGHT_BROWSERS_PATH: newFolder() };
    expect(found(env)).toBe('undefined');
    const own = program(inProcess('playwrights()', env).value);
    expect(own).toContain(env.PLAYWRIGHT_BROWSERS_PATH);
    expect(found(env)).toBe(own);
    program(join(env.PATH, 'microsoft-edge-stable'));
    expect(found(env)).toBe(join(env.PATH, 'microsoft-edge-stable'));
  });
});

describe.runIf(process.platform === 'linux')('a browser is installed', () => {
  /** Nothing can be fetched, and what would install packages of the system only writes down that it was called. */
  const machine = () => {
    const folder = newFolder();
    const calls = join(folder, 'calls');
    program(join(folder, 'apt-get'), `echo "$*" >> '${calls}'`);
    return { folder, calls, env: { PATH: folder, PLAYWRIGHT_DOWNLOAD_HOST: 'http://127.0.0.1:1' } };
  };

  it('never where there is one, or where CHROMIUM_PATH names one that does not run', () => {
    const { folder, calls, env } = machine();
    const broken = program(join(folder, 'broken'), 'exit 1');
    expect(inProcess('haveChromium()', { ...env, CHROMIUM_PATH: broken })).toEqual({ value: 'undefined', said: '' });
    const there = program(join(folder, 'chromium'));
    expect(inProcess('haveChromium()', env)).toEqual({ value: there, said: '' });
    expect(existsSync(calls)).toBe(false);
  });

  it('where there is none: Playwright’s, or else the system’s where that may be', { timeout: 60_000 }, () => {
    const { calls, env } = machine();
    const { value, said } = inProcess('haveChromium()', env);
    expect(value).toBe('undefined');
    expect(said).toMatch(/^There is no Chromium, Chrome or Edge here\. Installing one\.\n[^]*Failed to download/);
    const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
    expect(existsSync(calls) ? readFileSync(calls, 'utf8') : '').toBe(
      mayInstall ? 'update -q\ninstall -y -q chromium\n' : '',
    );
  });
});
