import type { TrustRole } from '../../../signing/trust-file';
import { trustListStrings as strings } from '../../../strings/trust-list';
import { Button, Heading } from '../../../ui';
import { Checkboxes, tickedValues } from '../../../ui/form/checkboxes';
import { TextInput } from '../../../ui/form/text-input';
import type { EditedEntry } from './edited';

interface EntryFormProps {
  readonly edited: EditedEntry;
  readonly onChange: (edited: EditedEntry) => void;
  /** What is wrong with a field, by its name. */
  readonly faultOf: (field: string) => string | undefined;
  readonly onRemove: () => void;
}

const days = ['from', 'until', 'withdrawnOn'] as const;

/** A certificate on the list, and what the list says of it. */
export const EntryForm = ({ edited, onChange, faultOf, onRemove }: EntryFormProps) => {
  const { key, entry, person, roles } = edited;
  const { commonName, sha256 } = entry.certificate;
  return (
    <section>
      <Heading level={3} caption={strings.kinds[entry.kind]}>
        {commonName}
      </Heading>
      <p className="govuk-hint app-words">{strings.fingerprint(sha256)}</p>
      <TextInput
        name={`person-${key}`}
        label={strings.person}
        hint={strings.personHint}
        error={faultOf(`person-${key}`)}
        value={person}
        onChange={(event) => onChange({ ...edited, person: event.target.value })}
      />
      <Checkboxes
        name={`roles-${key}`}
        label={strings.roles}
        hint={strings.rolesHint}
        layout="small"
        options={Object.entries(strings.roleNames).map(([value, text]) => ({ value, text }))}
        value={roles}
        onChange={(event) => onChange({ ...edited, roles: tickedValues(event) as readonly TrustRole[] })}
      />
      {days.map((day) => (
        <TextInput
          key={day}
          name={`${day}-${key}`}
          label={strings[day]}
          hint={strings.day}
          error={faultOf(`${day}-${key}`)}
          width={10}
          value={edited[day]}
          onChange={(event) => onChange({ ...edited, [day]: event.target.value })}
        />
      ))}
      <Button type="button" look="secondary" onClick={onRemove}>
        {strings.remove}
        <span className="govuk-visually-hidden">: {commonName}</span>
      </Button>
    </section>
  );
};
