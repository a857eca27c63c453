import { sha256Hex } from '../base/hash';
import type { Failure } from '../base/result';
import { sentenceFor } from '../strings/failures';
import { keySentences } from '../strings/keys';
import { grouped } from '../strings/signer';
import { signStrings } from '../strings/sign';
import { Details, Link, Radios, TextInput } from '../ui';
import { FileUpload } from '../ui/form/file-upload';
import type { Fault } from './signer-details';

/** What is chosen so far. A password is held only while the page is open. */
export interface ChosenKey {
  /** The id of a kept key, `named` or `file`. */
  readonly which: string;
  readonly file?: File | undefined;
  readonly password: string;
}

/** A key that this browser keeps, whose certificate an authority issued. */
export interface IssuedKey {
  readonly id: string;
  readonly name: string;
  readonly certificate: Uint8Array;
}

export const firstChoice = ([first]: readonly IssuedKey[]): ChosenKey => ({
  which: first?.id ?? 'named',
  password: '',
});

/** What is missing of a key file. A password may be empty. */
export const keyFaults = ({ which, file }: ChosenKey): readonly Fault[] =>
  which === 'file' && !file ? [{ field: 'keyFile', text: signStrings.fileNeeded }] : [];

const isAboutFile = ({ code }: Failure): boolean => /^(?:pkcs12|key|certificate)\./.test(code);

/** What stands against a chosen key file, beside the box that it is about; and what stands against something else. */
export const fileFaults = (
  { which }: ChosenKey,
  failures: readonly Failure[],
): { readonly faults: readonly Fault[]; readonly others: readonly Failure[] } => {
  const ofFile = which === 'file' ? failures.filter(isAboutFile) : [];
  return {
    faults: ofFile.map((one) => ({
      field: one.code === 'pkcs12.password' ? 'password' : 'keyFile',
      text: sentenceFor(one, keySentences),
    })),
    others: failures.filter((one) => !ofFile.includes(one)),
  };
};

interface KeyChoiceProps {
  readonly keys: readonly IssuedKey[];
  readonly value: ChosenKey;
  readonly faults: readonly Fault[];
  readonly onChange: (value: ChosenKey) => void;
}

/** What is chosen, in a few words. */
const chosenWords = (keys: readonly IssuedKey[], { which }: ChosenKey): string => {
  const kept = keys.find(({ id }) => id === which);
  if (kept) return signStrings.keyChosen.kept(kept.name);
  return which === 'file' ? signStrings.keyChosen.file : signStrings.keyChosen.named;
};

/** The browser's key, one that an authority has confirmed, or a file from the council: folded away, since few change it. */
export const KeyChoice = ({ keys, value, faults, onChange }: KeyChoiceProps) => (
  <Details summary={chosenWords(keys, value)} open={value.which === 'file'}>
    <Radios
      name="key"
      label={signStrings.key}
      size="s"
      layout="small"
      options={[
        ...keys.map((row) => ({
          value: row.id,
          text: signStrings.keyKept(row.name),
          hint: signStrings.keyKeptHint(grouped(sha256Hex(row.certificate).slice(0, 16))),
        })),
        { value: 'named', text: signStrings.keyNamed, hint: signStrings.keyNamedHint },
        { value: 'file', text: signStrings.keyFile, hint: signStrings.keyFileHint },
      ]}
      value={value.which}
      onChange={(event) => onChange({ ...value, which: event.target.value })}
    />
    {value.which === 'file' && (
      <>
        <FileUpload
          name="keyFile"
          label={signStrings.file}
          accept=".p12,.pfx,application/x-pkcs12"
          error={faults.find(({ field }) => field === 'keyFile')?.text}
          onChange={(event) => onChange({ ...value, file: event.target.files?.[0] })}
        />
        <TextInput
          name="password"
          type="password"
          label={signStrings.password}
          hint={signStrings.passwordHint}
          error={faults.find(({ field }) => field === 'password')?.text}
          autoComplete="off"
          width={20}
          value={value.password}
          onChange={(event) => onChange({ ...value, password: event.target.value })}
        />
      </>
    )}
    {value.which !== 'named' && <p className="govuk-body">{signStrings.nameFrom}</p>}
    <p className="govuk-body">
      <Link href="/keys">{signStrings.keys}</Link>
    </p>
  </Details>
);
