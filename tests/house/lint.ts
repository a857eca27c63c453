import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export interface Complaint {
  /** The file's path from the root of the repository. */
  readonly file: string;
  /** As oxlint writes it: `house(imports)`. Empty for an unused disabling comment. */
  readonly rule: string;
  readonly message: string;
}

interface Report {
  readonly diagnostics: readonly { readonly filename: string; readonly code?: string; readonly message: string }[];
}

const given = ['.oxlintrc.json', 'tsconfig.json', 'scripts/lint'];

/**
 * Lints files as if they stood in this repository, under its own laws, in a folder of their own that is gone afterwards.
 * `files` maps a path from the root to the text. Throws where the linter does not run.
 */
export const lintFiles = (files: Readonly<Record<string, string>>): readonly Complaint[] => {
  const folder = mkdtempSync(join(tmpdir(), 'house-'));
  try {
    for (const path of given) cpSync(path, join(folder, path), { recursive: true });
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const args = [resolve('node_modules/oxlint/bin/oxlint'), '--format=json', ...Object.keys(files)];
    const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
    if (!stdout.startsWith('{')) throw new Error(`oxlint did not run: ${stdout}${stderr}`);
    const { diagnostics } = JSON.parse(stdout) as Report;
    return diagnostics.map(({ filename, code, message }) => ({ file: filename, rule: code ?? '', message }));
  } finally {
    rmSync(folder, { recursive: true });
  }
};
