import { spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import process from 'node:process';

export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end, ten minutes at most; what it said and how it ended. Rejects where it cannot be started. */
export const run = (command: string, args: readonly string[], input?: string): Promise<Ran> =>
  new Promise((done, failed) => {
    const child = spawn(command, args, {
      timeout: 10 * 60_000,
      stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    });
    const said: [string[], string[]] = [[], []];
    for (const [index, stream] of [child.stdout, child.stderr].entries())
      stream?.setEncoding('utf8').on('data', (text: string) => said[index]?.push(text));
    child.on('error', failed);
    child.on('close', (status) => done({ status: status ?? -1, stdout: said[0].join(''), stderr: said[1].join('') }));
    child.stdin?.on('error', () => undefined); // a program that stops reading early
    child.stdin?.end(input);
  });

export const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');

export const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

/** Whether a program is on the path. */
export const isProgram = (name: string): boolean =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return isFile(join(folder, name));
    } catch {
      return false;
    }
  });
