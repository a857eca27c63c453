import { parseJson } from '../base/canonical';
import { fileSha256 } from '../base/file-hash';
import { fail, type Failure, type Result, succeed } from '../base/result';
import type { NamedFile } from '../pdf/render';
import {
  parsePolicy,
  parseSettings,
  type PolicyCode,
  sealedForm,
  type SettingsCode,
  settingsFaults,
} from '../policy/parse';
import type { Policy } from '../policy/schema';
import type { Settings } from '../policy/settings';
import type { RecordCode, SealedRecord } from '../record/parse';
import type { Earlier } from '../assessment/versions';
import { earlierKind } from '../record/earlier';
import { recordFormat } from '../record/payload';
import { decisionFormat, followUpFormat } from '../record/sequel-payload';

export type DataCode = RecordCode | PolicyCode | SettingsCode | 'verify.pinned';

/** A format or a renderer that this verifier does not know, by its name. */
export interface Unknown {
  readonly part: 'format' | 'renderer';
  readonly found: string;
}

const partOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;

const known: readonly string[] = [recordFormat, decisionFormat, followUpFormat];

/** The longest text that is repeated from data that no schema has seen. */
const shortened = (text: string): string => text.replace(/[^ -~]/g, '?').slice(0, 80);

/**
 * Whether a payload says that it was made for a later verifier: one of our formats with another number, or a renderer with
 * another version or other fonts. Of those, only the signature can be judged.
 */
export const unknownMaking = (bytes: Uint8Array, rendererSha256: string): Unknown | undefined => {
  const json = parseJson(bytes, 'payload');
  if (!json.ok) return undefined;
  const format = partOf(json.value, 'format');
  if (typeof format !== 'string') return undefined;
  if (/^(record|decision|follow-up)\/\d{1,4}$/.test(format) && !known.includes(format))
    return { part: 'format', found: format };
  const renderer = partOf(json.value, 'renderer');
  const [version, sha256] = [partOf(renderer, 'version'), partOf(renderer, 'sha256')];
  if (!known.includes(format) || typeof version !== 'number' || typeof sha256 !== 'string') return undefined;
  return version === 0 && sha256 === rendererSha256
    ? undefined
    : { part: 'renderer', found: shortened(`${version} (${sha256})`) };
};

/** Failures with the file that they are in before the place in it. */
const inFile = (name: string, failures: readonly Failure<DataCode>[]): readonly Failure<DataCode>[] =>
  failures.map((one) => ({ ...one, place: [name, one.place].filter(Boolean).join(': ') }));

/** So many of a kind are remembered: a folder of records stands on few policies. */
const mostRemembered = 8;

/**
 * A parser of files that remembers what it parsed without fault, by the hash that the bytes were found to have: the same
 * bytes come to the same value.
 */
const remembering = <Value extends object>(parse: (value: unknown) => Result<Value, DataCode>) => {
  const remembered = new Map<string, Value>();
  return (bytes: Uint8Array, sha256: string): Result<Value, DataCode> => {
    const before = remembered.get(sha256);
    if (before) return succeed(before);
    const json = parseJson(bytes, '');
    const parsed = json.ok ? parse(json.value) : json;
    if (!parsed.ok) return parsed;
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(sha256, parsed.value);
    return parsed;
  };
};

const policyIn = remembering(parsePolicy);
const settingsIn = remembering(parseSettings);

export interface Pinned {
  readonly policy: Policy;
  readonly settings: Settings;
  /** Those that it stood on before, by their hashes. */
  readonly earlier: Earlier;
}

/** The policy and the settings that a record encloses, parsed as strictly as when they were published. */
export const readPinned = (record: SealedRecord, files: readonly NamedFile[]): Result<Pinned, DataCode> => {
  const { payload } = record;
  const read = <Value>(
    name: string,
    sha256: string,
    parse: (bytes: Uint8Array, sha256: string) => Result<Value, DataCode>,
  ): Result<Value, DataCode> => {
    const file = files.find((candidate) => candidate.name === name);
    if (!file || fileSha256(file.bytes) !== sha256) return fail('verify.pinned', name, { name });
    const parsed = parse(file.bytes, sha256);
    return parsed.ok ? parsed : { ok: false, failures: inFile(name, parsed.failures) };
  };
  const policy = read('policy.json', payload.policy.sha256, policyIn);
  if (!policy.ok) return policy;
  const settings = read('settings.json', payload.settings.sha256, settingsIn);
  if (!settings.ok) return settings;
  const failures = settingsFaults(policy.value, settings.value);
  if (failures.length > 0) return { ok: false, failures: inFile('settings.json', failures) };
  const earlier = new Map<string, Policy | Settings>();
  for (const { name, sha256 } of payload.attachments) {
    const kind = earlierKind(name);
    if (!kind) continue;
    const one = kind === 'policy' ? read(name, sha256, policyIn) : read(name, sha256, settingsIn);
    if (!one.ok) return one;
    if (sealedForm(one.value).sha256 !== sha256) return fail('verify.pinned', name, { name });
    earlier.set(sha256, one.value);
  }
  return succeed({ policy: policy.value, settings: settings.value, earlier });
};
