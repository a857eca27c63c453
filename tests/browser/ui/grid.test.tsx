import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { Grid } from '../../../src/ui/form/grid';

const names = Array.from({ length: 10 }, (_, index) => `Risk ${index + 1}`);

afterEach(cleanup);

const shown = (): readonly (string | null)[] => screen.getAllByRole('rowheader').map((one) => one.textContent);

it('of many rows the first are painted first, and all are there with the next frame', async () => {
  render(
    <Grid
      id="risks"
      caption="Risks"
      rowsTitle="Risk"
      columns={[{ key: 'likelihood', label: 'Likelihood' }]}
      rows={names.map((name) => ({ key: name, label: name }))}
      notAsked="Not asked"
    >
      {(row) => <input aria-label={row} />}
    </Grid>,
  );
  expect(shown()).toEqual(names.slice(0, 2));
  const first = screen.getByRole('textbox', { name: 'Risk 1' });
  await expect.poll(shown).toEqual(names);
  expect(screen.getByRole('textbox', { name: 'Risk 1' })).toBe(first);
});
