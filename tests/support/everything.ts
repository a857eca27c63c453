import { appendFileSync } from 'node:fs';
import { isEverything } from '../../scripts/long-tests.mjs';

/**
 * All of something that takes long, or a part of it in a developer's run. `npm test` ends with what was left out, so that
 * nothing is passed over unsaid.
 */
export const allOr = <T>(all: T, part: T, leftOut: string): T => {
  if (isEverything()) return all;
  const line = `${leftOut} (EVERYTHING=1 does)\n`;
  const log = process.env['NOT_RUN_LOG'];
  if (log === undefined) process.stdout.write(`NOT RUN ${line}`);
  else appendFileSync(log, line);
  return part;
};
