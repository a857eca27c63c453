// `npm run policy -- check FILE… | cases FILE | index DIR | schema`
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { failure } from '../src/base/result';
import { commandOf } from './command';
import { cases } from './policy-cases';
import { check } from './policy-check';
import { schemaFiles } from './policy-schema';
import { reportFaults } from './report';
import { indexOf, indexText } from './site-index';

const command = commandOf(`npm run policy -- check FILE… [--settings FILE] [--json]
npm run policy -- cases FILE [--settings FILE] [--json]
npm run policy -- index DIR     writes DIR/index.json
npm run policy -- schema        writes the JSON Schemas into decision-trees/`);

const index = (folder: string | undefined): void => {
  if (folder === undefined || !existsSync(folder)) return command.wrongUse('Name the folder that holds the policies.');
  const made = indexOf(folder);
  if (made.ok) {
    const file = join(folder, 'index.json');
    writeFileSync(file, indexText(made.value));
    command.say(
      `${file}: ${made.value.policies.length} ${made.value.policies.length === 1 ? 'version' : 'versions'} of policies, ${made.value.settings.length} settings`,
    );
  } else {
    reportFaults(command.say, folder, made.failures.length > 0 ? made.failures : [failure('load.index', folder)]);
    process.exitCode = 1;
  }
};

const options = { settings: { type: 'string', multiple: true }, json: { type: 'boolean' } } as const;

const parsedArguments = () => {
  try {
    return parseArgs({ args: process.argv.slice(2), options, allowPositionals: true });
  } catch (error) {
    return command.wrongUse(error instanceof Error ? error.message : String(error));
  }
};

const {
  values: { settings = [], json = false },
  positionals: [name, ...rest],
} = parsedArguments();
if (name === 'check') check(command, rest, settings, json);
else if (name === 'cases') cases(command, rest, settings, json);
else if (name === 'index') index(rest[0]);
else if (name === 'schema') for (const { path, text } of schemaFiles()) writeFileSync(path, text);
else command.wrongUse(name === undefined ? 'Say what to do.' : `There is no command “${name}”.`);
