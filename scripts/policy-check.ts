// `npm run policy -- check FILE… [--settings FILE] [--json]`
import process from 'node:process';
import { parseJson } from '../src/base/canonical';
import type { Failure } from '../src/base/result';
import { parsePolicy, parseSettings } from '../src/policy/parse';
import type { Policy } from '../src/policy/schema';
import { checkSettings as settingsFailures } from '../src/policy/settings-check';
import type { Command } from './command';
import { reportFaults, withSentence } from './report';

interface Checked {
  readonly file: string;
  readonly policy?: Policy;
  readonly failures: readonly Failure[];
}

const checkPolicy = ({ read }: Command, file: string): Checked => {
  const json = parseJson(read(file), '');
  const parsed = json.ok ? parsePolicy(json.value) : json;
  return parsed.ok ? { file, policy: parsed.value, failures: [] } : { file, failures: parsed.failures };
};

const checkSettings = ({ read }: Command, file: string, policies: readonly Policy[]): Checked => {
  const json = parseJson(read(file), '');
  const parsed = json.ok ? parseSettings(json.value) : json;
  if (!parsed.ok) return { file, failures: parsed.failures };
  return { file, failures: settingsFailures(policies, parsed.value) };
};

const report = ({ say }: Command, { file, policy, failures }: Checked): void => {
  reportFaults(say, file, failures);
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
  failures: failures.map(withSentence),
});

/** Checks policies, and settings against them; exit status 1 where there is a fault. */
export const check = (command: Command, files: readonly string[], settings: readonly string[], json: boolean): void => {
  if (files.length === 0) command.wrongUse('Name a policy file to check.');
  const policies = files.map((file) => checkPolicy(command, file));
  const known = policies.flatMap((one) => (one.policy ? [one.policy] : []));
  const results = [...policies, ...settings.map((file) => checkSettings(command, file, known))];
  if (json) command.say(JSON.stringify(results.map(asJson), undefined, 2));
  else for (const one of results) report(command, one);
  process.exitCode = results.every((one) => one.failures.length === 0) ? 0 : 1;
};
