import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the rivals are, by their lock file. */
const rival = 'scripts/bench/rival';

/** Where the rivals are installed, out of the way of the app and its tools. */
export const rivalFolder = '.tools/rival';

/** Installs what ours is measured beside, unless it is there already. */
export const installRival = (): void => {
  const lock = (folder: string): string => {
    const path = join(folder, 'package-lock.json');
    return existsSync(path) ? readFileSync(path, 'utf8') : '';
  };
  if (lock(rivalFolder) === lock(rival) && existsSync(join(rivalFolder, 'node_modules/pdfmake'))) return;
  cpSync(rival, rivalFolder, { recursive: true });
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: rivalFolder, stdio: 'ignore' });
};
