import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, it } from 'vitest';
import { GridField } from '../../../src/ui/form/grid-field';
import { Rating } from '../../../src/ui/form/rating';
import '../../../src/ui/styles.scss';

const steps = ['Rare', 'Unlikely', 'Possible', 'Likely', 'Almost certain'].map((label, index) => ({
  value: String(index + 1),
  label,
}));

const Rated = ({ name, error }: { readonly name: string; readonly error?: string }) => {
  const [value, setValue] = useState('');
  return (
    <GridField id={name} label="Likelihood" row={name} headed error={error} several>
      {({ id }) => <Rating id={id} name={name} steps={steps} value={value} onChange={setValue} />}
    </GridField>
  );
};

afterEach(cleanup);

const group = (name: string): HTMLElement => screen.getByRole('group', { name: `Likelihood (${name})` });
const chosen = (name: string): string | undefined =>
  within(group(name))
    .getAllByRole<HTMLInputElement>('radio')
    .find((radio) => radio.checked)?.value;

it('one step is chosen by a click, and below the numbers stands what it means', async () => {
  render(<Rated name="Fire" />);
  expect(within(group('Fire')).queryByText('Likely', { selector: '[aria-hidden]' })).toBeNull();
  await userEvent.click(screen.getByRole('radio', { name: '4 Likely' }));
  expect(chosen('Fire')).toBe('4');
  expect(within(group('Fire')).getByText('Likely', { selector: '[aria-hidden]' }).checkVisibility()).toBe(true);
});

it('by keyboard: Tab goes from scale to scale, its number or an arrow chooses, and another key does nothing', async () => {
  render(
    <>
      <Rated name="Fire" />
      <Rated name="Flood" />
    </>,
  );
  await userEvent.tab();
  await userEvent.keyboard('3');
  expect(chosen('Fire')).toBe('3');
  expect(document.activeElement).toBe(within(group('Fire')).getByRole('radio', { name: '3 Possible' }));
  await userEvent.keyboard('{ArrowRight}');
  expect(chosen('Fire')).toBe('4');
  await userEvent.keyboard('9x');
  expect(chosen('Fire')).toBe('4');
  await userEvent.tab();
  await userEvent.keyboard('1');
  expect([chosen('Fire'), chosen('Flood')]).toEqual(['4', '1']);
});

it('an error is read with the scale, and its link leads to the first number', () => {
  render(<Rated name="Fire" error="Choose a number" />);
  expect(document.getElementById(group('Fire').getAttribute('aria-describedby') ?? '')?.textContent).toBe(
    'Error: Choose a number',
  );
  expect(document.getElementById('Fire')).toBe(screen.getByRole('radio', { name: '1 Rare' }));
});

it('every number is large enough to be pressed by a finger', () => {
  render(<Rated name="Fire" />);
  for (const radio of screen.getAllByRole('radio')) {
    const { width, height } = radio.getBoundingClientRect();
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(32);
  }
});
