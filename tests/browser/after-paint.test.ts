import { afterEach, describe, expect, it } from 'vitest';
import { createAfterPaint } from '../../src/app/after-paint';

const task = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** What a list holds when the next frame is about to be painted. */
const atNextFrame = (list: readonly string[]): Promise<readonly string[]> =>
  new Promise((resolve) => requestAnimationFrame(() => resolve([...list])));

/** A queue, and what its works have noted so far. */
const queue = () => {
  const done: string[] = [];
  const { add, now } = createAfterPaint(10_000);
  const note = (name: string): Promise<string> =>
    add(async () => {
      done.push(name);
      return name;
    });
  return { add, now, note, done };
};

afterEach(() => window.dispatchEvent(new Event('pageshow')));

describe('work after the paint', () => {
  it('begins after the next frame, in its order, and gives what it comes to', async () => {
    const { note, done } = queue();
    const first = note('first');
    const second = note('second');
    expect([...done, ...(await atNextFrame(done))]).toEqual([]);
    expect(await Promise.all([first, second])).toEqual(['first', 'second']);
    expect(done).toEqual(['first', 'second']);
  });

  it('hands on a failure, and the rest goes on', async () => {
    const { add, note } = queue();
    const failing = add(() => Promise.reject(new Error('no disk')));
    await expect(failing).rejects.toThrow('no disk');
    expect(await note('next')).toBe('next');
  });

  it('begins at once when another screen comes, with what it leaves behind in turn', async () => {
    const { add, now, note, done } = queue();
    void add(async () => {
      done.push('typed');
      void note('written');
    });
    void note('kept');
    now();
    await Promise.resolve().then(() => undefined);
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
    expect(done).toEqual(['typed', 'kept', 'written']);
  });

  it.each(['pagehide', 'pagehide, and later'])('waits for no frame once the page is left (%s)', async (when) => {
    const { note, done } = queue();
    if (when === 'pagehide') void note('typed');
    window.dispatchEvent(new Event('pagehide'));
    if (when !== 'pagehide') await task();
    if (when !== 'pagehide') void note('typed');
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
    expect(done).toEqual(['typed']);
  });
});
