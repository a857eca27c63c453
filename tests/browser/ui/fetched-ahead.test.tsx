import { cleanup, render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, expect, it } from 'vitest';
import { fetchedAhead } from '../../../src/ui/fetched-ahead';

const Box = ({ name }: { readonly name: string }) => <input aria-label={name} />;

afterEach(cleanup);

const box = (): HTMLElement | null => screen.queryByRole('textbox', { name: 'Town' });

it('what was fetched ahead is drawn at once, with no hole first', async () => {
  const [Late, fetchBox] = fetchedAhead(async () => Box);
  await fetchBox();
  render(
    <Suspense>
      <Late name="Town" />
    </Suspense>,
  );
  expect(box()).not.toBeNull();
});

it('what was not comes when it is there, also after a fetch that failed', async () => {
  let times = 0;
  const [Late, fetchBox] = fetchedAhead(async () => {
    times++;
    if (times === 1) throw new Error('no network');
    return Box;
  });
  await expect(fetchBox()).rejects.toThrow('no network');
  render(
    <Suspense>
      <Late name="Town" />
    </Suspense>,
  );
  expect(box()).toBeNull();
  await expect.poll(box).not.toBeNull();
});
