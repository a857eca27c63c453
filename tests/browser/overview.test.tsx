import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Overview } from '../../src/features/verify/overview/overview';
import type { Row } from '../../src/features/verify/folder/row';
import { type Services, ServicesProvider } from '../../src/services';

const rowOf = (number: number): Row => ({
  number,
  name: `${number}.pdf`,
  size: 1,
  standing: 'accepted',
  practice: false,
  lines: [],
  document: {
    id: `d${number}`,
    kind: 'record',
    signedAt: '2026-11-22T10:15:00+00:00',
    signer: 'Sam Example',
    decision: undefined,
    follows: undefined,
    reference: `E-${number}`,
    record: {
      id: `r${number}`,
      evaluation: `e${number}`,
      partnership: `p${number}`,
      revision: 1,
      replaces: undefined,
      signedAt: '2026-11-22T10:15:00+00:00',
      title: `Partnership ${number}`,
      outcome: 'go',
      outcomeTitle: 'Go',
      policy: 'any 1.0.0',
      sameAnswers: '',
      texts: {},
      register: {},
      answers: {},
      told: {
        policy: { id: 'any', version: '1.0.0', title: 'Any policy' },
        signer: 'Sam Example',
        outcome: { id: 'go', label: 'Go', at: 0 },
        decision: undefined,
        conditions: ['one', 'two'].map((id) => ({
          id,
          text: `Do ${id} for ${number}`,
          owner: `Owner ${number % 7}`,
          due: 'Soon',
          day: undefined,
          open: true,
        })),
        evenRefused: false,
        figures: [
          {
            id: 'reviews',
            kind: 'due',
            title: 'Reviews',
            holds: true,
            day: `2027-0${1 + (number % 9)}-15`,
            columns: ['Service'],
            cells: ['Parks'],
          },
        ],
      },
    },
  },
});

const files = 5000;
const rows = Array.from({ length: files }, (_, number) => rowOf(number));
const services = { clock: () => '2027-03-01T09:00:00+00:00' } as Partial<Services> as Services;
const page = (some: readonly Row[]) => (
  <ServicesProvider value={services}>
    <Overview
      work={{
        all: some.map(({ name }) => ({ name, file: new File([], name) })),
        passedOver: 0,
        trust: ['x'],
        running: false,
        rows: some,
      }}
    />
  </ServicesProvider>
);

beforeEach(() => void vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined));
afterEach(cleanup);

const linesIn = (name: string): number => screen.getByRole('table', { name }).querySelectorAll('tbody tr').length;

it('thousands of records are drawn at once, a hundred lines of each table at first', () => {
  const began = performance.now();
  render(page(rows));
  expect(performance.now() - began).toBeLessThan(3000);
  expect(linesIn('Reviews')).toBe(100);
  expect(linesIn('Open conditions')).toBe(100);
  expect(screen.getByText('100 of 10000 shown. All are printed and saved.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: /^Show 500 more\s*of Open conditions$/ }));
  expect(linesIn('Open conditions')).toBe(600);
  expect(screen.getByRole('table', { name: 'Open conditions: Chart' }).textContent).toContain('Owner 6');
});

it('all lines are drawn before the browser lays the page out for paper, and few again after', async () => {
  render(page(rows.slice(0, 300)));
  expect(linesIn('Open conditions')).toBe(100);
  window.dispatchEvent(new Event('beforeprint'));
  await Promise.resolve(); // no timer and no frame: a browser that prints waits for neither
  expect(linesIn('Open conditions')).toBe(600);
  expect(linesIn('Reviews')).toBe(300);
  window.dispatchEvent(new Event('afterprint'));
  await waitFor(() => expect(linesIn('Open conditions')).toBe(100));
});

it('the button prints when the page is ready to', async () => {
  const print = vi.spyOn(window, 'print').mockImplementation(() => undefined);
  render(page(rows.slice(0, 3)));
  fireEvent.click(screen.getByRole('button', { name: 'Print' }));
  await waitFor(() => expect(print).toHaveBeenCalledOnce());
});
