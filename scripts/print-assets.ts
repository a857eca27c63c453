import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import type { PrintAssets } from '../src/services';

/** The repository's root, from a bundled tool or from a test. */
const root = process.env.npm_config_local_prefix ?? process.cwd();

const asset = (name: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(join(resolve(root), 'src/pdf/assets', name)));

/** The fonts and the colour profile of the record, from the repository. */
export const readPrintAssets = (): PrintAssets => ({
  fonts: {
    regular: asset('AtkinsonHyperlegibleNext-Regular.ttf'),
    bold: asset('AtkinsonHyperlegibleNext-Bold.ttf'),
  },
  icc: asset('srgb.icc'),
});
