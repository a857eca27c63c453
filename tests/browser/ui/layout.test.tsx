import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import {
  BackLink,
  Blocks,
  Dropdown,
  Footer,
  Input,
  LinkProvider,
  Main,
  Multiline,
  type RenderLink,
  ServiceHeader,
  SkipLink,
} from '../../../src/ui';
import { Matrix } from '../../../src/ui/content/matrix';
import { Scale } from '../../../src/ui/form/scale';
import { Grid } from '../../../src/ui/form/grid';
import { GridField } from '../../../src/ui/form/grid-field';
import '../../../src/ui/styles.scss';

const steps = ['Rare', 'Unlikely', 'Possible', 'Likely', 'Almost certain'].map((label, index) => ({
  value: index + 1,
  label,
}));
const choices = [
  { value: '', text: 'Choose' },
  ...steps.map(({ value, label }) => ({ value: String(value), text: label })),
];

const screenful = (
  <>
    <SkipLink />
    <ServiceHeader
      organisation="Northbridge Metropolitan Borough Council"
      service="Evaluate a partnership"
      home="/"
      items={[
        { text: 'Your evaluations', href: '/evaluations', current: 'page' },
        { text: 'Guidance', href: '/guidance' },
      ]}
    />
    <Main wide before={<BackLink href="/" />}>
      <Blocks
        blocks={[
          { kind: 'heading', text: 'Why we ask' },
          { kind: 'list', items: ['money', 'people'], numbered: true },
          { kind: 'link', text: 'Guide', href: 'https://example.org/' },
        ]}
      />
      <Scale
        name="likely"
        label="How likely?"
        steps={steps.map(({ value, label }) => ({ value: `${value}`, label }))}
      />
      <Grid
        id="risks"
        caption="Score each risk"
        rowsTitle="Risk"
        columns={[
          { key: 'likelihood', label: 'Likelihood' },
          { key: 'plan', label: 'What you will do', wide: true },
        ]}
        rows={[
          { key: 'fails', label: 'Partner fails' },
          { key: 'lost', label: 'Data is lost' },
        ]}
        notAsked="Not asked"
      >
        {(row, column) => {
          const name = row === 'lost' ? 'Data is lost' : 'Partner fails';
          if (column === 'likelihood')
            return (
              <GridField id={`likelihood-${row}`} label="Likelihood" row={name} headed>
                {(control) => <Dropdown options={choices} {...control} />}
              </GridField>
            );
          if (row === 'fails') return null;
          return (
            <>
              <GridField id="plan" label="What you will do" row={name} headed error="Enter a plan">
                {(control) => <Multiline rows={2} {...control} />}
              </GridField>
              <GridField id="owner" label="Owner" row={name} hint="Name and job">
                {(control) => <Input {...control} />}
              </GridField>
            </>
          );
        }}
      </Grid>
      <Matrix
        caption="Risks by likelihood and impact"
        across={{ title: 'Impact', steps }}
        down={{ title: 'Likelihood', steps: steps.toReversed() }}
        cellAt={(down, across) => ({
          text: `${down * across}`,
          tint: 'red',
          marks: down === 4 && across === 3 ? ['R1'] : [],
          left: down === 5 && across === 5 ? ['R1'] : [],
        })}
      />
    </Main>
    <Footer links={[{ text: 'Help', href: '/help' }]}>Version 1</Footer>
  </>
);

beforeAll(() => {
  document.documentElement.classList.add('govuk-template');
  document.body.classList.add('govuk-template__body');
});
afterEach(cleanup);

describe.each([
  ['narrow', 320],
  ['wide', 1280],
])('on a %s screen', (_, width) => {
  it('nothing has to be scrolled sideways', async () => {
    await page.viewport(width, 900);
    render(screenful);
    expect(document.documentElement.scrollWidth).toBe(width);
  });

  it('a grid is a table whose every control has a name of its own', async () => {
    await page.viewport(width, 900);
    render(screenful);
    const table = screen.getByRole('table', { name: 'Score each risk' });
    expect(getComputedStyle(table).display).toBe(width < 640 ? 'block' : 'table');
    expect(
      within(table)
        .getAllByRole('rowheader')
        .map((cell) => cell.textContent),
    ).toEqual(['Partner fails', 'Data is lost']);
    const described = (name: string): string | null | undefined => {
      const control = within(table).getByRole('textbox', { name });
      return document.getElementById(control.getAttribute('aria-describedby') ?? '')?.textContent;
    };
    expect(described('What you will do (Data is lost)')).toBe('Error: Enter a plan');
    expect(described('Owner (Data is lost)')).toBe('Name and job');
    expect(within(table).getAllByRole('combobox')).toHaveLength(2);
  });

  it('a grid shows a label where no column heading does, and says where nothing is asked', async () => {
    await page.viewport(width, 900);
    render(screenful);
    const seen = (label: string): boolean => {
      const [first] = screen.getAllByText(label, { selector: 'label' });
      return (first?.getBoundingClientRect().width ?? 0) > 2;
    };
    expect(seen('Owner')).toBe(true);
    expect(seen('What you will do')).toBe(width < 640);
    const empty = within(screen.getByRole('table', { name: 'Score each risk' })).getByText('Not asked');
    expect(empty.checkVisibility()).toBe(width > 640);
  });
});

it('a matrix says in words what stands where, and shows what has moved to the eye alone', () => {
  render(screenful);
  const matrix = screen.getByRole('table', { name: 'Risks by likelihood and impact' });
  const row = within(matrix).getByRole('row', { name: /^4 Likely/ });
  expect(
    within(row)
      .getAllByRole('cell')
      .map((cell) => cell.textContent),
  ).toEqual(['4', '8', '12R1', '16', '20']);
  const moved = within(matrix)
    .getAllByText('R1')
    .filter((mark) => mark.closest('[aria-hidden="true"]'));
  expect(moved.map((mark) => mark.closest('td')?.textContent)).toEqual(['25R1']);
});

it('the skip link leads past the header, and leaves the address alone', async () => {
  render(screenful);
  const address = location.href;
  await userEvent.tab();
  expect(document.activeElement?.textContent).toBe('Skip to main content');
  await userEvent.keyboard('{Enter}');
  expect(document.activeElement).toBe(screen.getByRole('main'));
  expect(location.href).toBe(address);
});

it('links within the app are followed as the app says, and others open beside it', async () => {
  const followed = vi.fn();
  const link: RenderLink = ({ href, children, ...rest }) => (
    <a
      {...rest}
      href={href}
      onClick={(event) => {
        event.preventDefault();
        followed(href);
      }}
    >
      {children}
    </a>
  );
  render(<LinkProvider link={link}>{screenful}</LinkProvider>);
  for (const name of ['Back', 'Evaluate a partnership', 'Guidance', 'Help']) {
    await userEvent.click(screen.getByRole('link', { name }));
  }
  expect(followed.mock.calls.flat()).toEqual(['/', '/', '/guidance', '/help']);
  expect(screen.getByRole('link', { name: 'Guide (opens in new tab)' }).getAttribute('target')).toBe('_blank');
});
