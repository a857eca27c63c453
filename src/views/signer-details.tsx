import { failure } from '../base/result';
import { canonicalText, refusedCharacters } from '../base/text';
import { sentenceFor } from '../strings/failures';
import { signerStrings } from '../strings/signer';
import { TextInput } from '../ui';

/** How long a name in a certificate may be (RFC 5280, upper bound of a common name). */
export const longestName = 64;

export interface SignerForm {
  readonly name: string;
  readonly job: string;
  readonly service: string;
}

export type SignerField = keyof SignerForm;

export interface Fault {
  readonly field: string;
  readonly text: string;
}

/** What was typed, in the form that a record holds. */
export const cleanSigner = ({ name, job, service }: SignerForm): SignerForm => ({
  name: canonicalText(name, false),
  job: canonicalText(job, false),
  service: canonicalText(service, false),
});

/** What is wrong with these fields of a signer. */
export const signerFaults = (details: SignerForm, fields: readonly SignerField[]): readonly Fault[] =>
  fields.flatMap((field) => {
    const text = details[field];
    const refused = refusedCharacters(text, false);
    const say = (code: string, params: Parameters<typeof failure>[2]): readonly Fault[] => [
      { field, text: `${signerStrings[field]}: ${sentenceFor(failure(code, field, params))}` },
    ];
    if (text === '') return [{ field, text: signerStrings.needed[field] }];
    if (refused.length > 0) return say('field.characters', { characters: refused.join(' ') });
    return text.length > longestName
      ? say('field.too-long', { max: longestName, over: text.length - longestName })
      : [];
  });

const completions = { name: 'name', job: 'organization-title', service: 'organization' } as const;

interface SignerFieldsProps {
  readonly fields: readonly SignerField[];
  readonly value: SignerForm;
  readonly faults: readonly Fault[];
  readonly onChange: (value: SignerForm) => void;
}

/** Who signs: name, job and service, or some of them. */
export const SignerFields = ({ fields, value, faults, onChange }: SignerFieldsProps) =>
  fields.map((field) => (
    <TextInput
      key={field}
      name={field}
      label={signerStrings[field]}
      autoComplete={completions[field]}
      value={value[field]}
      error={faults.find((one) => one.field === field)?.text}
      onChange={(event) => onChange({ ...value, [field]: event.target.value })}
    />
  ));
