// What every end-to-end test does: all pages of all browsers are watched, and a test fails by whatever must never happen.
import { afterEach, expect } from 'vitest';
import { withEveryContext } from './browser';
import { takeFaults, watch } from './faults';

withEveryContext(watch);

afterEach(() => {
  expect(takeFaults(), 'what must never happen on any page').toEqual([]);
});
