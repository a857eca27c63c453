import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as fc from 'fast-check';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Button, Checkboxes, ErrorSummary, Radios, TextInput, tickedValues } from '../../../src/ui';
import { Textarea } from '../../../src/ui/form/textarea';
import { DateInput } from '../../../src/ui/form/date-input';
import { RepeatGroup } from '../../../src/ui/form/repeat-group';

afterEach(cleanup);

const options = [
  { value: 'staff', text: 'Staff' },
  { value: 'data', text: 'Data' },
  { value: 'none', text: 'None of these', exclusive: true },
];

describe('error summary', () => {
  const errors = [
    { text: 'Choose a form', field: 'form' },
    { text: 'Enter a year', field: 'start' },
    { text: 'Enter a name', field: 'partners.0.name' },
  ];
  const page = (attempt: number) => (
    <>
      <ErrorSummary key={attempt} errors={errors} />
      <Radios name="form" label="Form" error="Choose a form" options={options} />
      <DateInput
        id="start"
        label="Start"
        error="Enter a year"
        wrong={['year']}
        day={{ name: 'day' }}
        month={{ name: 'month' }}
        year={{ name: 'year' }}
      />
      <TextInput name="partners.0.name" label="Name" error="Enter a name" />
    </>
  );
  const summary = () => screen.getByRole('alert').parentElement;

  it('takes the focus at every attempt', async () => {
    const { rerender } = render(page(1));
    expect(document.activeElement).toBe(summary());
    await userEvent.click(screen.getByLabelText('Name'));
    rerender(page(2));
    expect(document.activeElement).toBe(summary());
  });

  it('leads to the first radio, the box that is wrong, and the field, and leaves the address alone', async () => {
    render(page(1));
    const address = location.href;
    await userEvent.click(screen.getByRole('link', { name: 'Choose a form' }));
    expect(document.activeElement).toBe(screen.getByLabelText('Staff'));
    await userEvent.click(screen.getByRole('link', { name: 'Enter a year' }));
    expect(document.activeElement).toBe(screen.getByLabelText('Year'));
    await userEvent.click(screen.getByRole('link', { name: 'Enter a name' }));
    expect(document.activeElement).toBe(screen.getByLabelText('Name'));
    expect(location.href).toBe(address);
  });
});

describe('exclusive checkbox', () => {
  const Held = () => {
    const [value, setValue] = useState<readonly string[]>([]);
    return (
      <Checkboxes
        name="risks"
        label="Risks"
        options={options}
        value={value}
        onChange={(event) => setValue(tickedValues(event))}
      />
    );
  };
  const registered: { values: () => unknown } = { values: () => undefined };
  const Registered = () => {
    const { register, getValues } = useForm({ defaultValues: { risks: [] } });
    useEffect(() => {
      Object.assign(registered, { values: () => getValues('risks') });
    });
    return <Checkboxes label="Risks" options={options} {...register('risks')} />;
  };
  const ticked = () =>
    screen.getAllByRole<HTMLInputElement>('checkbox').flatMap((box) => (box.checked ? [box.value] : []));
  const expected = (before: readonly string[], click: string): readonly string[] => {
    if (before.includes(click)) return before.filter((value) => value !== click);
    const kept = click === 'none' ? [] : before.filter((value) => value !== 'none');
    return options.map(({ value }) => value).filter((value) => value === click || kept.includes(value));
  };

  const labelOf = (click: string) => options.find(({ value }) => value === click)?.text ?? '';
  const clicks = fc.array(fc.constantFrom('staff', 'data', 'none'), { minLength: 1, maxLength: 6 });

  it.each(['held by the caller', 'registered with a form'])('never stands with another, %s', async (how) => {
    const form = how === 'registered with a form';
    await fc.assert(
      fc.asyncProperty(clicks, async (values) => {
        cleanup();
        render(form ? <Registered /> : <Held />);
        let state: readonly string[] = [];
        for (const click of values) {
          await userEvent.click(screen.getByLabelText(labelOf(click)));
          state = expected(state, click);
          expect(ticked()).toEqual(state);
          if (form) expect(registered.values()).toEqual(state);
        }
      }),
      { numRuns: 12 },
    );
  });
});

it('spreads register of react-hook-form over every field', async () => {
  const sent = vi.fn();
  const Form = () => {
    const { register, handleSubmit } = useForm({
      defaultValues: { title: 'Growth', aim: 'Ab', form: 'data', risks: ['staff'], start: { month: '4', year: '' } },
    });
    return (
      <form noValidate onSubmit={(event) => void handleSubmit((values) => void sent(values))(event)}>
        <TextInput label="Title" {...register('title')} />
        <Textarea label="Aim" limit={10} {...register('aim')} />
        <Radios label="Form" options={options} {...register('form')} />
        <Checkboxes label="Risks" options={options} {...register('risks')} />
        <DateInput id="start" label="Start" month={register('start.month')} year={register('start.year')} />
        <Button>Send</Button>
      </form>
    );
  };
  render(<Form />);
  expect(screen.getAllByText('You have 8 characters remaining')).not.toHaveLength(0);
  await userEvent.type(screen.getByLabelText('Title'), ' fund');
  await userEvent.type(screen.getByLabelText('Aim'), 'c');
  await userEvent.click(screen.getByRole('radio', { name: 'Staff' }));
  await userEvent.click(screen.getByRole('checkbox', { name: 'Data' }));
  await userEvent.type(screen.getByLabelText('Year'), '2027');
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  await vi.waitFor(() =>
    expect(sent).toHaveBeenCalledWith({
      title: 'Growth fund',
      aim: 'Abc',
      form: 'staff',
      risks: ['staff', 'data'],
      start: { month: '4', year: '2027' },
    }),
  );
});

it('shows the count of characters at once, and says it when typing pauses', async () => {
  const { container } = render(<Textarea name="aim" label="Aim" limit={3} />);
  const seen = () => container.querySelector('.govuk-character-count__status')?.textContent;
  const said = () => container.querySelector('[aria-live="polite"]')?.textContent;
  await userEvent.type(screen.getByLabelText('Aim'), 'abcd');
  expect(seen()).toBe('You have 1 character too many');
  expect(said()).toBe('You have 3 characters remaining');
  expect(screen.getByLabelText('Aim').className).toContain('govuk-textarea--error');
  await vi.waitFor(() => expect(said()).toBe('You have 1 character too many'), { timeout: 3000 });
});

it('shows and says nothing of the count until three quarters are used', async () => {
  const { container } = render(<Textarea name="aim" label="Aim" limit={8} />);
  const isSeen = () => container.querySelector('.govuk-character-count__message--disabled') === null;
  const isSaid = () => container.querySelector('[aria-live="polite"]')?.getAttribute('aria-hidden') !== 'true';
  await userEvent.type(screen.getByLabelText('Aim'), 'abcde');
  expect([isSeen(), isSaid()]).toEqual([false, false]);
  await userEvent.type(screen.getByLabelText('Aim'), 'f');
  expect(isSeen()).toBe(true);
  await vi.waitFor(() => expect(isSaid()).toBe(true), { timeout: 3000 });
});

it('counts what is typed as it is told to', async () => {
  render(<Textarea name="aim" label="Aim" limit={3} count={(text) => Array.from(text).length} defaultValue="😀" />);
  expect(screen.getAllByText('You have 2 characters remaining')).toHaveLength(2);
});

it('drops the second click of a double click, and no later one', async () => {
  const [once, often] = [vi.fn(), vi.fn()];
  render(
    <>
      <Button type="button" once onClick={once}>
        Sign
      </Button>
      <Button type="button" onClick={often}>
        Add
      </Button>
    </>,
  );
  await userEvent.dblClick(screen.getByText('Sign'));
  await userEvent.dblClick(screen.getByText('Add'));
  expect([once.mock.calls.length, often.mock.calls.length]).toEqual([1, 2]);
  await new Promise((resolve) => setTimeout(resolve, 1050));
  await userEvent.click(screen.getByText('Sign'));
  expect(once).toHaveBeenCalledTimes(2);
});

it('moves the focus to what was added, and to the heading after removal', async () => {
  const Partners = () => {
    const [entries, setEntries] = useState(['a']);
    return (
      <RepeatGroup
        id="partners"
        label="Partners"
        entries={entries}
        title={(number) => `Partner ${number}`}
        addText="Add another partner"
        onAdd={() => setEntries([...entries, `${entries.length}`])}
        onRemove={(index) => setEntries(entries.filter((_, at) => at !== index))}
        least={1}
        most={2}
      >
        {(index) => <TextInput name={`partners.${index}`} label={`Name ${index + 1}`} />}
      </RepeatGroup>
    );
  };
  render(<Partners />);
  expect(screen.queryByText('Remove')).toBeNull();
  await userEvent.click(screen.getByText('Add another partner'));
  expect(document.activeElement).toBe(screen.getByLabelText('Name 2'));
  expect(screen.queryByText('Add another partner')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Remove Partner 1' }));
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Partners' }));
});
