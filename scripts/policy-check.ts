// `npm run policy -- check FILE… [--settings FILE]… [--json]`
import process from 'node:process';
import { parseJson } from '../src/base/canonical';
import type { Failure } from '../src/base/result';
import { modelOf } from '../src/policy/model';
import { parsePublished } from '../src/policy/overview-faults';
import { parseSettings } from '../src/policy/parse';
import { type NoProof, type Proof, prove } from '../src/policy/proof/prove';
import type { Policy } from '../src/policy/schema';
import { checkSettings as settingsFailures } from '../src/policy/settings-check';
import { type Settings, settingsFormat } from '../src/policy/settings';
import type { Command } from './command';
import { fileVersionFaults } from './file-version';
import { claimsAsJson, reportProof } from './policy-proof';
import { reportFaults, withSentence } from './report';

interface Checked {
  readonly file: string;
  readonly policy?: Policy;
  readonly failures: readonly Failure[];
  /** What was proved, for each settings file or for all settings. */
  readonly proofs: readonly { readonly under: string; readonly proof: Proof | NoProof }[];
}

/** Stands in where a policy is proved for all settings. */
const anySettings: Settings = {
  format: settingsFormat,
  id: 'any',
  example: true,
  app: {
    council: 'Any council',
    service: 'Any service',
    evidence: { types: [], bytesEach: 1, bytesAll: 1 },
    retentionMonths: { drafts: 1, records: 1, names: 1 },
  },
  values: {},
};

interface KnownSettings {
  readonly file: string;
  readonly settings?: Settings;
  readonly failures: readonly Failure[];
}

const readSettings = ({ read }: Command, file: string, policies: readonly Policy[]): KnownSettings => {
  const json = parseJson(read(file), '');
  const parsed = json.ok ? parseSettings(json.value) : json;
  if (!parsed.ok) return { file, failures: parsed.failures };
  return { file, settings: parsed.value, failures: settingsFailures(policies, parsed.value) };
};

const checkPolicy = ({ read }: Command, file: string): Checked => {
  const json = parseJson(read(file), '');
  const parsed = json.ok ? parsePublished(json.value) : json;
  return parsed.ok
    ? { file, policy: parsed.value, failures: fileVersionFaults(file, parsed.value), proofs: [] }
    : { file, failures: parsed.failures, proofs: [] };
};

const provenOf = (checked: Checked, settings: readonly KnownSettings[]): Checked => {
  const { policy } = checked;
  if (!policy) return checked;
  if (settings.length === 0)
    return { ...checked, proofs: [{ under: '', proof: prove(modelOf(policy, anySettings), true) }] };
  const whole = settings.filter(({ failures }) => failures.length === 0);
  return {
    ...checked,
    proofs: whole.flatMap((one) =>
      one.settings ? [{ under: one.file, proof: prove(modelOf(policy, one.settings), false) }] : [],
    ),
  };
};

/** 0 where all holds, 1 where something is wrong, 2 where nothing is but something is not decided. */
const statusOf = ({ failures, proofs }: Checked): 0 | 1 | 2 => {
  const verdicts = proofs.flatMap(({ proof }) =>
    'claims' in proof ? proof.claims.map(({ verdict }) => verdict) : ['not-decided'],
  );
  if (failures.length > 0 || verdicts.includes('fails')) return 1;
  return verdicts.includes('not-decided') ? 2 : 0;
};

const report = ({ say }: Command, checked: Checked): void => {
  const { file, policy, failures, proofs } = checked;
  const status = statusOf(checked);
  if (failures.length > 0 || status === 0) reportFaults(say, file, failures);
  else say(`${file}: ${status === 1 ? 'what it claims does not hold' : 'not all that it claims could be decided'}`);
  if (!policy) return;
  say(
    `  ${policy.questions.length} questions, ${policy.outcomes.length} outcomes, ${policy.conditions.length} conditions, ${policy.values.length} derived values`,
  );
  for (const { under, proof } of proofs) reportProof(say, policy, under, proof);
};

const asJson = (checked: Checked): object => {
  const { file, policy, failures, proofs } = checked;
  return {
    file,
    ok: statusOf(checked) === 0,
    ...(policy && {
      questions: policy.questions.length,
      outcomes: policy.outcomes.length,
      conditions: policy.conditions.length,
    }),
    ...(proofs.length === 1 && proofs[0] ? claimsAsJson(proofs[0].proof) : {}),
    ...(proofs.length > 1 && {
      proofs: proofs.map(({ under, proof }) => ({ settings: under, ...claimsAsJson(proof) })),
    }),
    failures: failures.map(withSentence),
  };
};

/**
 * Checks policies, and proves what they claim: for the settings that are named, or else for all that they allow. Exit
 * status 1 where there is a fault, 2 where something is not decided.
 */
export const check = (command: Command, files: readonly string[], settings: readonly string[], json: boolean): void => {
  if (files.length === 0) command.wrongUse('Name a policy file to check.');
  const parsed = files.map((file) => checkPolicy(command, file));
  const policies = parsed.flatMap((one) => (one.policy ? [one.policy] : []));
  const known = settings.map((file) => readSettings(command, file, policies));
  const checked = [
    ...parsed.map((one) => provenOf(one, known)),
    ...known.map(({ file, failures }): Checked => ({ file, failures, proofs: [] })),
  ];
  if (json) command.say(JSON.stringify(checked.map(asJson), undefined, 2));
  else for (const one of checked) report(command, one);
  const statuses = checked.map(statusOf);
  process.exitCode = statuses.includes(1) ? 1 : statuses.includes(2) ? 2 : 0;
};
