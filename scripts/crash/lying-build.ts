import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';

const [before, lie] = ["saving = { state: 'saving' };\n    tell();", "saving = { state: 'saved' };\n    tell();"];

/** Says "Saved" when the work begins. Throws where the place to say it is not found: a build that is honest proves nothing. */
const lying: Plugin = {
  name: 'lying',
  enforce: 'pre',
  transform: (code, id) => {
    if (!id.endsWith('/src/features/assess/session.ts')) return undefined;
    if (!code.includes(before)) throw new Error('session.ts no longer says “Saving” in the words that are looked for');
    return { code: code.replace(before, lie), map: null };
  },
};

/** Builds the app into a new folder so that it says "Saved" before the disk has it. Only to see the crash test fail. */
export const buildLying = async (): Promise<string> => {
  const outDir = mkdtempSync(join(tmpdir(), 'lying-'));
  await build({ logLevel: 'warn', plugins: [lying], build: { outDir, emptyOutDir: true } });
  return outDir;
};
