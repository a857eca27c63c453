// `npm run policy -- cases FILE [--settings FILE] [--json]`
import process from 'node:process';
import { parseJson } from '../src/base/canonical';
import { failure, type Failure, type Result } from '../src/base/result';
import { parseCases } from '../src/policy/cases';
import { parsePolicy, parseSettings, settingsFaults } from '../src/policy/parse';
import { type CaseResult, runCase, shownOutcomes } from '../src/policy/run-case';
import type { Policy } from '../src/policy/schema';
import type { Settings } from '../src/policy/settings';
import type { Command } from './command';
import { reportFaults, sentenceOf, withSentence } from './report';
import { inFile, readFileAs, siteFilesFor } from './site-files';

/** The policy that is meant, and the cases that lie beside it. Either may be named. */
const filesOf = (named: string): { readonly policy: string; readonly cases: string } => {
  const base = named.replace(/(?:\.cases)?\.json$/, '');
  return { policy: `${base}.json`, cases: `${base}.cases.json` };
};

/** What was worked, or why nothing could be. */
interface Worked {
  readonly file: string;
  readonly failures: readonly Failure[];
  readonly results: readonly CaseResult[];
  readonly outcomes: readonly { readonly id: string; readonly cases: number }[];
}

/** The settings that cases may name, by id; or one file for all of them. */
const settingsFor = (policy: string, named: string | undefined): Result<readonly Settings[]> => {
  const site = named === undefined ? siteFilesFor(policy) : undefined;
  if (site && !site.ok) return site;
  const read = (site?.value.settings.map(({ path }) => path) ?? [named ?? '']).map((path) =>
    readFileAs(path, parseSettings),
  );
  const failures = read.flatMap((one) => (one.ok ? [] : one.failures));
  return failures.length > 0
    ? { ok: false, failures }
    : { ok: true, value: read.flatMap((one) => (one.ok ? [one.value] : [])) };
};

const work = ({ read }: Command, named: string, settingsFile: string | undefined): Worked => {
  const files = filesOf(named);
  const stopped = (failures: readonly Failure[]): Worked => ({
    file: files.cases,
    failures,
    results: [],
    outcomes: [],
  });
  for (const file of [files.policy, files.cases, ...(settingsFile === undefined ? [] : [settingsFile])]) read(file);
  const parsed = readFileAs<Policy>(files.policy, parsePolicy);
  if (!parsed.ok) return stopped(parsed.failures);
  const settings = settingsFor(files.policy, settingsFile);
  if (!settings.ok) return stopped(settings.failures);
  const unfit = settings.value.flatMap((one) => inFile(settingsFile ?? one.id, settingsFaults(parsed.value, one)));
  if (unfit.length > 0) return stopped(unfit);
  const json = parseJson(read(files.cases), '');
  const settingsOf = (id: string) =>
    settingsFile === undefined ? settings.value.find((one) => one.id === id) : settings.value[0];
  const cases = json.ok ? parseCases(parsed.value, settingsOf, json.value) : json;
  if (!cases.ok) return stopped(cases.failures);
  const results = cases.value.map(runCase);
  const outcomes = shownOutcomes(parsed.value, results);
  const failures =
    results.length === 0
      ? [failure('cases.none', '')]
      : outcomes.filter((one) => one.cases === 0).map(({ id }) => failure('cases.unshown', `outcomes.${id}`, { id }));
  return { file: files.cases, failures, results, outcomes };
};

const report = ({ say }: Command, { file, failures, results, outcomes }: Worked): void => {
  for (const { id, title, path, minutes, differences } of results) {
    say(`${differences.length === 0 ? 'pass' : 'FAIL'}  ${id}: ${title} (${path.length} pages, ${minutes} minutes)`);
    for (const one of differences) say(`        ${sentenceOf(one)} [${one.code}]`);
  }
  if (results.length > 0) say(`cases by outcome: ${outcomes.map(({ id, cases }) => `${id} ${cases}`).join(', ')}`);
  if (failures.length > 0) reportFaults(say, file, failures);
  const failed = results.filter((one) => one.differences.length > 0).length;
  if (results.length > 0) say(`${results.length - failed} passed, ${failed} failed`);
};

const asJson = ({ file, failures, results, outcomes }: Worked): object => ({
  file,
  ok: failures.length === 0 && results.every((one) => one.differences.length === 0),
  outcomes: Object.fromEntries(outcomes.map(({ id, cases }) => [id, cases])),
  cases: results.map((one) => ({ ...one, differences: one.differences.map(withSentence) })),
  failures: failures.map(withSentence),
});

/** Works the cases beside a policy; exit status 1 where one does not hold, or an outcome is shown by none. */
export const cases = (command: Command, files: readonly string[], settings: readonly string[], json: boolean): void => {
  const [file] = files;
  if (file === undefined || files.length > 1)
    return command.wrongUse('Name one policy file, whose cases lie beside it.');
  if (settings.length > 1) return command.wrongUse('Name one settings file at most.');
  const worked = work(command, file, settings[0]);
  if (json) command.say(JSON.stringify(asJson(worked), undefined, 2));
  else report(command, worked);
  const holds = worked.failures.length === 0 && worked.results.every((one) => one.differences.length === 0);
  process.exitCode = holds ? 0 : 1;
};
