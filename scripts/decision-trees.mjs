// Policies and settings are data that a deployer changes without a build: they are served and copied as they are.
import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup.mjs';

const folder = join(root, 'decision-trees');

const files = (within = '') =>
  readdirSync(join(folder, within)).flatMap((name) => {
    const path = within === '' ? name : `${within}/${name}`;
    if (statSync(join(folder, path)).isDirectory()) return files(path);
    return path.endsWith('.json') && !path.endsWith('.cases.json') ? [path] : [];
  });

/** @returns {import('vite').Plugin} */
export const decisionTrees = () => ({
  name: 'decision-trees',
  configureServer(server) {
    server.middlewares.use('/decision-trees', (request, response, next) => {
      const path = (request.url ?? '').split('?')[0]?.slice(1) ?? '';
      if (!files().includes(path)) return next();
      response.setHeader('Content-Type', 'application/json');
      createReadStream(join(folder, path)).pipe(response);
    });
  },
  generateBundle() {
    for (const path of files())
      this.emitFile({ type: 'asset', fileName: `decision-trees/${path}`, source: readFileSync(join(folder, path)) });
  },
});
