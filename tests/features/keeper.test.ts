import { describe, expect, test, vi } from 'vitest';
import { createKeeper } from '../../src/features/assess/form/keeper';
import { textOf } from '../../src/features/assess/form/raw';

/** A keeper whose disk answers when the test says so, and what it was given. */
const begin = () => {
  vi.useFakeTimers();
  const kept: string[] = [];
  const answers: (() => void)[] = [];
  const keeper = createKeeper(
    (key, raw, atOnce) => {
      kept.push(`${key} ${textOf(raw)}${atOnce ? ' at once' : ''}`);
      return new Promise((resolve) => {
        answers.push(resolve);
      });
    },
    () => undefined,
  );
  const answer = async (): Promise<void> => {
    for (const one of answers.splice(0)) one();
    await vi.advanceTimersByTimeAsync(0);
  };
  return { keeper, kept, answer };
};

describe('what is being typed, when its page may go', () => {
  test('is written at once, whether its time has come or not', () => {
    const { keeper, kept } = begin();
    keeper.soon('name', 'Warm');
    keeper.now();
    expect(kept).toEqual(['name Warm at once']);
  });

  test('is written again at once where the disk has not answered: nobody knows whether it would', async () => {
    const { keeper, kept, answer } = begin();
    keeper.soon('name', 'Warm');
    vi.advanceTimersByTime(300);
    expect(kept).toEqual(['name Warm']);
    keeper.now();
    expect(kept).toEqual(['name Warm', 'name Warm at once']);
    await answer();
    keeper.now();
    expect(kept).toHaveLength(2);
  });

  test('is the latest, where more was typed meanwhile', () => {
    const { keeper, kept } = begin();
    keeper.soon('name', 'Warm');
    vi.advanceTimersByTime(300);
    keeper.soon('name', 'Warm rooms');
    keeper.now();
    expect(kept).toEqual(['name Warm', 'name Warm rooms at once']);
  });

  test('is nothing once it has become an entry', () => {
    const { keeper, kept } = begin();
    keeper.soon('name', 'Warm');
    vi.advanceTimersByTime(300);
    keeper.drop('name');
    keeper.soon('purpose', 'To be warm');
    keeper.drop();
    keeper.now();
    expect(kept).toEqual(['name Warm']);
  });
});
