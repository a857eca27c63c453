import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IsoDate } from '../../src/base/calendar';
import type { Answer, Key } from '../../src/policy/answer';
import { type Model, modelOf } from '../../src/policy/model';
import { parsePolicy, parseSettings, settingsFaults } from '../../src/policy/parse';

/** A worked case: answers, and what they must come to. What is not expected is not looked at. */
export interface WorkedCase {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  /** The id of the settings that it is worked under. */
  readonly settings: string;
  readonly today: IsoDate;
  readonly answers: Readonly<Record<Key, Answer>>;
  readonly expect: {
    readonly path?: readonly string[];
    readonly outcome: string;
    readonly conditions?: readonly string[];
    readonly values?: Readonly<Record<string, Answer>>;
  };
}

/** A policy of this repository with the settings that it is tested with, and its worked cases. */
export interface KnownPolicy {
  readonly name: string;
  readonly model: Model;
  readonly cases: readonly WorkedCase[];
}

const root = process.cwd();

/** A JSON file of the repository, by its path from the root. */
export const readJson = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));

const settingsBeside = (folder: string): string =>
  folder.startsWith('decision-trees/') ? 'decision-trees/settings/example-council.json' : `${folder}/settings.json`;

/** One policy of the repository, by its folder and file. */
export const knownPolicy = (folder: string, file: string): KnownPolicy => {
  const name = `${folder}/${file}`;
  const policy = parsePolicy(readJson(name));
  const settings = parseSettings(readJson(settingsBeside(folder)));
  if (!policy.ok) throw new Error(`${name}: ${JSON.stringify(policy.failures.slice(0, 20), null, 1)}`);
  if (!settings.ok) throw new Error(`settings of ${name}: ${JSON.stringify(settings.failures, null, 1)}`);
  const faults = settingsFaults(policy.value, settings.value);
  if (faults.length > 0) throw new Error(`settings of ${name}: ${JSON.stringify(faults, null, 1)}`);
  const cases = name.replace(/\.json$/, '.cases.json');
  return {
    name: `${policy.value.id} ${policy.value.version}`,
    model: modelOf(policy.value, settings.value),
    cases: existsSync(join(root, cases)) ? (readJson(cases) as readonly WorkedCase[]) : [],
  };
};

/** Every policy under `decision-trees` and `tests/fixtures`: files named by a version. Throws where one does not parse. */
export const knownPolicies = (folders = ['decision-trees', 'tests/fixtures']): readonly KnownPolicy[] =>
  folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .flatMap((entry) => {
          const inner = `${folder}/${entry.name}`;
          return readdirSync(join(root, inner))
            .filter((file) => /^\d+\.\d+\.\d+\.json$/.test(file))
            .map((file) => knownPolicy(inner, file));
        }),
    );
