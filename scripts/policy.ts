// `npm run policy -- check FILE… [--settings FILE] [--json] | index DIR | schema`
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { parseJson } from '../src/base/canonical';
import { failure, type Failure } from '../src/base/result';
import { parsePolicy, parseSettings, settingsFaults, undeclaredSettings } from '../src/policy/parse';
import type { Policy } from '../src/policy/schema';
import { sentenceFor } from '../src/strings/failures';
import { policySentences } from '../src/strings/policy-failures';
import { indexOf, indexText } from './site-index';
import { schemaFiles } from './policy-schema';

const usage = `npm run policy -- check FILE… [--settings FILE] [--json]
npm run policy -- index DIR     writes DIR/index.json
npm run policy -- schema        writes the JSON Schemas into decision-trees/`;

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const wrongUse = (text: string): never => {
  process.stderr.write(`${text}\n\n${usage}\n`);
  process.exit(2);
};

const read = (file: string): Buffer => {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) wrongUse(`There is no file ${file}.`);
  return readFileSync(file);
};

interface Checked {
  readonly file: string;
  readonly policy?: Policy;
  readonly failures: readonly Failure[];
}

const checkPolicy = (file: string): Checked => {
  const json = parseJson(read(file), '');
  const parsed = json.ok ? parsePolicy(json.value) : json;
  return parsed.ok ? { file, policy: parsed.value, failures: [] } : { file, failures: parsed.failures };
};

const checkSettings = (file: string, policies: readonly Policy[]): Checked => {
  const json = parseJson(read(file), '');
  const parsed = json.ok ? parseSettings(json.value) : json;
  if (!parsed.ok) return { file, failures: parsed.failures };
  return {
    file,
    failures: [
      ...undeclaredSettings(policies, parsed.value),
      ...policies.flatMap((policy) => settingsFaults(policy, parsed.value)),
    ],
  };
};

const report = ({ file, policy, failures }: Checked): void => {
  say(
    `${file}: ${failures.length === 0 ? 'no faults found' : `${failures.length} ${failures.length === 1 ? 'fault' : 'faults'}`}`,
  );
  for (const one of failures)
    say(`  ${one.place === '' ? file : one.place}\n    ${sentenceFor(one, policySentences)} [${one.code}]`);
  if (policy)
    say(
      `  ${policy.questions.length} questions, ${policy.outcomes.length} outcomes, ${policy.conditions.length} conditions, ${policy.values.length} derived values`,
    );
};

const asJson = ({ file, policy, failures }: Checked) => ({
  file,
  ok: failures.length === 0,
  ...(policy && {
    questions: policy.questions.length,
    outcomes: policy.outcomes.length,
    conditions: policy.conditions.length,
  }),
  failures: failures.map((one) => ({ ...one, sentence: sentenceFor(one, policySentences) })),
});

const check = (files: readonly string[], settings: readonly string[], json: boolean): void => {
  if (files.length === 0) wrongUse('Name a policy file to check.');
  const policies = files.map(checkPolicy);
  const known = policies.flatMap((one) => (one.policy ? [one.policy] : []));
  const results = [...policies, ...settings.map((file) => checkSettings(file, known))];
  if (json) say(JSON.stringify(results.map(asJson), undefined, 2));
  else results.forEach(report);
  process.exitCode = results.every((one) => one.failures.length === 0) ? 0 : 1;
};

const index = (folder: string | undefined): void => {
  if (folder === undefined || !existsSync(folder)) return wrongUse('Name the folder that holds the policies.');
  const made = indexOf(folder);
  if (made.ok) {
    writeFileSync(join(folder, 'index.json'), indexText(made.value));
    say(
      `${join(folder, 'index.json')}: ${made.value.policies.length} policies, ${made.value.settings.length} settings`,
    );
  } else {
    report({ file: folder, failures: made.failures.length > 0 ? made.failures : [failure('load.index', folder)] });
    process.exitCode = 1;
  }
};

const options = { settings: { type: 'string', multiple: true }, json: { type: 'boolean' } } as const;

const parsedArguments = () => {
  try {
    return parseArgs({ args: process.argv.slice(2), options, allowPositionals: true });
  } catch (error) {
    return wrongUse(error instanceof Error ? error.message : String(error));
  }
};

const {
  values,
  positionals: [command, ...rest],
} = parsedArguments();
if (command === 'check') check(rest, values.settings ?? [], values.json ?? false);
else if (command === 'index') index(rest[0]);
else if (command === 'schema') for (const { path, text } of schemaFiles()) writeFileSync(path, text);
else wrongUse(command === undefined ? 'Say what to do.' : `There is no command “${command}”.`);
