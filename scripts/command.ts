import { readFileSync, statSync } from 'node:fs';
import process from 'node:process';

/** What the command-line tools of this folder share: how they speak, and how they refuse. */
export interface Command {
  /** Prints a line of the answer. */
  readonly say: (text: string) => void;
  /** Ends with exit status 64, as `sysexits.h` has it: the command was called wrongly, and this is how to call it. */
  readonly wrongUse: (text: string) => never;
  /** The bytes of a file that was named; wrong use where there is none. */
  readonly read: (file: string) => Buffer;
}

export const commandOf = (usage: string): Command => {
  // whoever reads the answer may stop early, as `head` does
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  const wrongUse = (text: string): never => {
    process.stderr.write(`${text}\n\n${usage}\n`);
    process.exit(64);
  };
  return {
    say: (text) => void process.stdout.write(`${text}\n`),
    wrongUse,
    read: (file) => {
      if (!statSync(file, { throwIfNoEntry: false })?.isFile()) wrongUse(`There is no file ${file}.`);
      return readFileSync(file);
    },
  };
};
