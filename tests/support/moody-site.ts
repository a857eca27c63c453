import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeWorker } from '../../scripts/offline.mjs';
import { serve } from '../../scripts/serve.mjs';
import { runTool } from './commands';
import { edited } from './edit';

/** A site that can be put online in a new version, answers some paths with an error or never, and can be switched off. */
export interface MoodySite {
  readonly url: string;
  /** Paths that answer 500. */
  readonly broken: Set<string>;
  /** Paths that never answer. */
  readonly silent: Set<string>;
  /** Paths whose files are half there. */
  readonly spoilt: Set<string>;
  /** Gives the council another name, as a deployer does in the built site. */
  readonly rename: (council: string) => void;
  /** Changes a file and builds the service worker anew, as a build of another version does. */
  readonly publish: (version: string) => Promise<void>;
  /** No connection is accepted until it is up again, at the same address. */
  readonly down: () => void;
  readonly up: () => Promise<void>;
  /** No connection is accepted any more. */
  readonly off: () => void;
}

/** The built app in a folder of its own, in front of which stands what goes wrong. */
export const moodySite = async (): Promise<MoodySite> => {
  const folder = mkdtempSync(join(tmpdir(), 'moody-'));
  cpSync('dist', folder, { recursive: true });
  const behind = await serve(folder, 0);
  const [broken, silent, spoilt] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', behind.url);
    if (silent.has(pathname)) return;
    if (broken.has(pathname)) return void response.writeHead(500).end();
    if (spoilt.has(pathname)) return void response.writeHead(200).end('{');
    void fetch(`${behind.url}${request.url ?? '/'}`).then(
      async (answer) => {
        const headers = Object.fromEntries([...answer.headers].filter(([name]) => !/^content-(e|l)/.test(name)));
        response.writeHead(answer.status, headers).end(Buffer.from(await answer.arrayBuffer()));
      },
      () => response.destroy(), // it is being switched off
    );
  });
  const listen = (on: number) => new Promise<void>((listening) => server.listen(on, 'localhost', listening));
  await listen(0);
  const { port } = server.address() as { port: number };
  const down = (): void => {
    server.close();
    server.closeAllConnections();
  };
  const name = join(folder, 'app.webmanifest');
  return {
    url: `http://localhost:${port}`,
    broken,
    silent,
    spoilt,
    rename: (council) => {
      const settings = join(folder, 'decision-trees/settings/example-council.json');
      writeFileSync(
        settings,
        JSON.stringify(edited(JSON.parse(readFileSync(settings, 'utf8')) as unknown, 'app.council', council)),
      );
      const made = runTool('policy', 'index', join(folder, 'decision-trees'));
      if (made.status !== 0) throw new Error(made.stdout + made.stderr);
    },
    publish: async (version) => {
      writeFileSync(name, readFileSync(name, 'utf8').replace('"lang"', `"id": "./?${version}", "lang"`));
      await writeWorker(folder, version);
    },
    down,
    up: () => listen(port),
    off: () => {
      behind.close();
      down();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
