import { expect, it } from 'vitest';
import { itWith, outsideTool } from '../support/tools';

it('a tool of this machine runs, and tells how it ended', () => {
  const node = outsideTool('node');
  expect(node?.('-e', "console.log('out'); console.error('err'); process.exit(3)")).toEqual({
    status: 3,
    stdout: 'out\n',
    stderr: 'err\n',
  });
});

it('a tool that this machine lacks is undefined', () => {
  expect(outsideTool('no-such-tool')).toBe(undefined);
});

itWith('verapdf', 'veraPDF is where continuous integration puts it', (veraPdf) => {
  expect(veraPdf('--version').stdout).toContain('veraPDF');
});
