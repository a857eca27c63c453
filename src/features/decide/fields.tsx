import { createContext, use } from 'react';
import type { TypedForm } from '../../storage/deciding';
import { Radios, TextInput } from '../../ui';
import { Textarea } from '../../ui/form/textarea';
import { DateInput } from '../../ui/form/date-input';
import { type Fault, longest } from './form';

/** A form that is being filled in: what its fields hold, what is wrong with them, and how they change. */
export interface Filling {
  readonly form: TypedForm;
  readonly faults: readonly Fault[];
  readonly set: (changes: TypedForm) => void;
}

const FillingContext = createContext<Filling | undefined>(undefined);

export const FillingProvider = FillingContext.Provider;

export const useFilling = (): Filling => {
  const filling = use(FillingContext);
  if (!filling) throw new Error('no form is being filled in');
  return filling;
};

const faultOf = ({ faults }: Filling, field: string): string | undefined =>
  faults.find((one) => one.field === field)?.text;

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
}

/** One line. What it holds at first, until something is typed, may be given. */
export const LineField = ({
  name,
  label,
  hint,
  autoComplete,
  first = '',
}: FieldProps & { readonly autoComplete?: string; readonly first?: string }) => {
  const filling = useFilling();
  return (
    <TextInput
      name={name}
      label={label}
      size="s"
      hint={hint}
      autoComplete={autoComplete}
      value={filling.form[name] ?? first}
      error={faultOf(filling, name)}
      onChange={(event) => filling.set({ [name]: event.target.value })}
    />
  );
};

/** Several lines. */
export const WordsField = ({ name, label, hint, first = '' }: FieldProps & { readonly first?: string }) => {
  const filling = useFilling();
  return (
    <Textarea
      name={name}
      label={label}
      size="s"
      hint={hint}
      rows={3}
      limit={longest.words}
      value={filling.form[name] ?? first}
      error={faultOf(filling, name)}
      onChange={(event) => filling.set({ [name]: event.target.value })}
    />
  );
};

/** One of a few. */
export const ChoiceField = ({
  name,
  label,
  hint,
  options,
  main = false,
  first,
}: FieldProps & {
  readonly options: readonly { readonly value: string; readonly text: string; readonly hint?: string }[];
  /** Whether it is one of the screen's main questions. */
  readonly main?: boolean;
  readonly first?: string;
}) => {
  const filling = useFilling();
  return (
    <Radios
      name={name}
      label={label}
      size={main ? 'm' : 's'}
      hint={hint}
      layout={main ? undefined : 'small'}
      options={options}
      value={filling.form[name] ?? first ?? null}
      error={faultOf(filling, name)}
      onChange={(event) => filling.set({ [name]: event.target.value })}
    />
  );
};

/** A whole date. */
export const DayField = ({ name, label }: FieldProps) => {
  const filling = useFilling();
  const box = (part: 'day' | 'month' | 'year') => ({
    name: `${name}-${part}`,
    value: filling.form[`${name}-${part}`] ?? '',
    onChange: (event: { readonly target: { readonly value: string } }) =>
      filling.set({ [`${name}-${part}`]: event.target.value }),
  });
  return (
    <DateInput
      id={name}
      label={label}
      size="s"
      error={faultOf(filling, name)}
      day={box('day')}
      month={box('month')}
      year={box('year')}
    />
  );
};
