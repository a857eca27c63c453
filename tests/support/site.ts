import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../../scripts/serve.mjs';
import { runTool } from './commands';

/** A built site with other policies and settings, as a deployer makes it: without building again. */
export const siteWith = async (
  policies: Readonly<Record<string, string>>,
  index = true,
): Promise<{ url: string; folder: string; close: () => void }> => {
  const folder = mkdtempSync(join(tmpdir(), 'site-'));
  cpSync('dist', folder, { recursive: true });
  const trees = join(folder, 'decision-trees');
  if (Object.keys(policies).length > 0) rmSync(trees, { recursive: true });
  for (const [to, from] of Object.entries(policies)) {
    mkdirSync(join(trees, to, '..'), { recursive: true });
    cpSync(from, join(trees, to));
  }
  if (index) {
    const made = runTool('policy', 'index', trees);
    if (made.status !== 0) throw new Error(made.stdout + made.stderr);
  }
  const { url, close } = await serve(folder, 0);
  return {
    url,
    folder,
    close: () => {
      close();
      rmSync(folder, { recursive: true });
    },
  };
};
