import { spawnSync } from 'node:child_process';
import process from 'node:process';

/** What a command of package.json did. */
export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one of the product's tools as `npm run NAME -- …` does. */
export const runTool = (name: string, ...args: readonly string[]): Ran => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/tool.mjs', name, ...args], {
    encoding: 'utf8',
    maxBuffer: 64_000_000, // what is checked can be printed whole
  });
  return { status: status ?? -1, stdout, stderr };
};
