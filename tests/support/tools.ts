import { spawnSync } from 'node:child_process';
import { accessSync, appendFileSync, constants, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { it } from 'vitest';

export interface Ran {
  /** The exit code; -1 where the tool was ended from outside. */
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a tool with its arguments and waits for it. Throws where it cannot be started or takes over two minutes. */
export type Tool = (...args: readonly string[]) => Ran;

const toolOf =
  (command: string, first: readonly string[] = []): Tool =>
  (...args) => {
    const { status, stdout, stderr, error } = spawnSync(command, [...first, ...args], {
      encoding: 'utf8',
      timeout: 120_000,
      maxBuffer: 64 * 1024 * 1024,
    });
    if (error) throw error;
    return { status: status ?? -1, stdout, stderr };
  };

const isProgram = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
};

const onPath = (name: string): string | undefined =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(isProgram);

/** veraPDF is a Java archive, which `.ci/run` fetches into the cache. */
const veraPdf = (): Tool | undefined => {
  const java = onPath('java');
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  const archive = join(cache, 'verapdf-1.28.2', 'greenfield-apps-1.28.2.jar');
  const found = statSync(archive, { throwIfNoEntry: false })?.isFile() ?? false;
  return java !== undefined && found
    ? toolOf(java, ['-cp', archive, 'org.verapdf.apps.GreenfieldCliWrapper'])
    : undefined;
};

/**
 * A program that is no package of ours: `pdfsig`, `qpdf`, `mutool`, `openssl`, any other on the path, or `verapdf`.
 * Undefined where this machine lacks it.
 */
export const outsideTool = (name: string): Tool | undefined => {
  if (name === 'verapdf') return veraPdf();
  const program = onPath(name);
  return program === undefined ? undefined : toolOf(program);
};

/**
 * A test that needs an outside tool. Where the tool is missing, the test is skipped and `npm test` lists it as NOT RUN,
 * which in continuous integration is a failure.
 */
export const itWith = (name: string, title: string, test: (tool: Tool) => void | Promise<void>): void => {
  const tool = outsideTool(name);
  if (tool !== undefined) {
    it(title, { timeout: 60_000 }, () => test(tool)); // a Java tool takes its time to start on a busy machine
    return;
  }
  const log = process.env.NOT_RUN_LOG;
  if (log !== undefined) appendFileSync(log, `${title} (no ${name})\n`);
  it.skip(`${title} (no ${name})`);
};
