import { basename } from 'node:path';
import { type Failure, failure } from '../src/base/result';
import type { Policy } from '../src/policy/schema';

/** A policy whose file is called by another version than its own: a copy in which the number was left as it was. */
export const fileVersionFaults = (file: string, { version }: Policy): readonly Failure[] => {
  const named = /^(\d+\.\d+\.\d+)\.json$/.exec(basename(file))?.[1];
  return named === undefined || named === version ? [] : [failure('policy.file-version', 'version', { version })];
};
