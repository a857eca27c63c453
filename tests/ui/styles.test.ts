import { gzipSync } from 'node:zlib';
import { compile } from 'sass';
import { expect, it } from 'vitest';

const { css } = compile('src/ui/styles.scss', { loadPaths: ['node_modules'], style: 'compressed' });

it('brings neither the typeface nor the crown of GOV.UK, nor any file', () => {
  expect(css.match(/@font-face|url\([^)]*\)|GDS Transport/g)).toBeNull();
});

it('leaves the colours of the council as custom properties', () => {
  for (const name of ['brand', 'link', 'inverse-text', 'template-background', 'surface-background']) {
    expect(css).toContain(`var(--govuk-${name}-colour`);
  }
});

it('weighs at most 20 KiB, compressed', () => {
  expect(gzipSync(css, { level: 9 }).length).toBeLessThanOrEqual(20 * 1024);
});

it('moves nothing, so that nobody has to ask for less motion', () => {
  expect(css.match(/\b(?:transition|animation|scroll-behavior)\b[^;}]*|@keyframes/g)).toBeNull();
});
