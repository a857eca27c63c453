// `npm run settings -- check FILE [--policy FILE]… [--json]`
import process from 'node:process';
import { parseArgs } from 'node:util';
import { writtenMoney } from '../src/base/money';
import type { Failure } from '../src/base/result';
import { parsePolicy, parseSettings } from '../src/policy/parse';
import type { Policy } from '../src/policy/schema';
import type { Settings } from '../src/policy/settings';
import { checkSettings } from '../src/policy/settings-check';
import { commandOf } from './command';
import { reportFaults, withSentence } from './report';
import { readFileAs, siteFilesFor } from './site-files';

const { say, wrongUse, read } = commandOf(`npm run settings -- check FILE [--policy FILE]… [--json]

Checks a council's settings against the policies that you name, or against all that the site's index.json lists.`);

interface Checked {
  readonly policies: readonly Policy[];
  readonly failures: readonly Failure[];
  /** The amounts of money as people write them: nothing else can tell pounds from pence. */
  readonly amounts?: readonly string[];
}

const amountsIn = (policies: readonly Policy[], { values }: Settings): readonly string[] => {
  const money = new Set(
    policies.flatMap(({ settings }) => settings.filter(({ kind }) => kind === 'money').map(({ id }) => id)),
  );
  return Object.entries(values).flatMap(([id, value]) =>
    money.has(id) && typeof value === 'number' ? [`${id} is ${writtenMoney(value)}`] : [],
  );
};

const check = (file: string, named: readonly string[]): Checked => {
  for (const path of [file, ...named]) read(path);
  const site = named.length > 0 ? undefined : siteFilesFor(file);
  if (site && !site.ok) return { policies: [], failures: site.failures };
  const parsed = (site?.value.policies ?? named).map((path) => readFileAs<Policy>(path, parsePolicy));
  const policies = parsed.flatMap((one) => (one.ok ? [one.value] : []));
  const failures = parsed.flatMap((one) => (one.ok ? [] : one.failures));
  if (failures.length > 0) return { policies, failures };
  const settings = readFileAs<Settings>(file, parseSettings, '');
  if (!settings.ok) return { policies, failures: settings.failures };
  return {
    policies,
    failures: checkSettings(policies, settings.value),
    amounts: amountsIn(policies, settings.value),
  };
};

const options = { policy: { type: 'string', multiple: true }, json: { type: 'boolean' } } as const;

const parsedArguments = () => {
  try {
    return parseArgs({ args: process.argv.slice(2), options, allowPositionals: true });
  } catch (error) {
    return wrongUse(error instanceof Error ? error.message : String(error));
  }
};

const {
  values: { policy = [], json = false },
  positionals: [name, file, ...more],
} = parsedArguments();
if (name !== 'check') wrongUse(name === undefined ? 'Say what to do.' : `There is no command “${name}”.`);
if (file === undefined || more.length > 0) wrongUse('Name one settings file to check.');
else {
  const { policies, failures, amounts = [] } = check(file, policy);
  const against = policies.map(({ id, version }) => ({ id, version }));
  if (json)
    say(
      JSON.stringify(
        { file, ok: failures.length === 0, policies: against, failures: failures.map(withSentence) },
        undefined,
        2,
      ),
    );
  else {
    reportFaults(say, file, failures);
    say(`  checked against ${against.map(({ id, version }) => `${id} ${version}`).join(', ')}`);
    for (const line of amounts) say(`  ${line}`);
  }
  process.exitCode = failures.length === 0 ? 0 : 1;
}
