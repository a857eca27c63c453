// `npm run settings -- check FILE [--policy FILE]… [--json]`
import process from 'node:process';
import { parseArgs } from 'node:util';
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
}

const check = (file: string, named: readonly string[]): Checked => {
  for (const path of [file, ...named]) read(path);
  const site = named.length > 0 ? undefined : siteFilesFor(file);
  if (site && !site.ok) return { policies: [], failures: site.failures };
  const parsed = (site?.value.policies ?? named).map((path) => readFileAs<Policy>(path, parsePolicy));
  const policies = parsed.flatMap((one) => (one.ok ? [one.value] : []));
  const failures = parsed.flatMap((one) => (one.ok ? [] : one.failures));
  if (failures.length > 0) return { policies, failures };
  const settings = readFileAs<Settings>(file, parseSettings, '');
  return { policies, failures: settings.ok ? checkSettings(policies, settings.value) : settings.failures };
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
  const { policies, failures } = check(file, policy);
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
  }
  process.exitCode = failures.length === 0 ? 0 : 1;
}
