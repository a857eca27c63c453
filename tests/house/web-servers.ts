import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { get, request } from 'node:https';
import { createServer } from 'node:net';
import { join } from 'node:path';
import process from 'node:process';
import type { Tool } from '../support/tools';

/** A web server that runs one of the configurations of docs/deploy/. */
export interface Running {
  /** Asks it over https. The body stands as it came, compressed where the answer says so. */
  ask: (path: string, method?: string, headers?: Readonly<Record<string, string>>) => Promise<Answered>;
  stop: () => Promise<void>;
}

export interface Answered {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

const freePort = (): Promise<number> =>
  new Promise((done, failed) => {
    const server = createServer().once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** What deployers change for themselves, changed for this machine: every occurrence, and each must be there. */
const changed = (text: string, changes: readonly (readonly [string, string])[]): string =>
  changes.reduce((before, [from, to]) => {
    if (!before.includes(from)) throw new Error(`the configuration does not say “${from}”`);
    return before.replaceAll(from, to);
  }, text);

const asRoot = process.getuid?.() === 0;

/** What the system's own configuration says around ours, in a folder for this run alone. */
const around = {
  nginx: (folder: string) =>
    `${asRoot ? 'user root;' : ''} daemon off; pid ${folder}/pid; error_log stderr; events {}
http { access_log off; ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((one) => `${one}_temp_path ${folder}/${one};`).join(' ')}
include ${folder}/site.conf; }`,
  apache2: (folder: string, port: number) =>
    `ServerRoot ${folder}
PidFile ${folder}/pid
ErrorLog ${folder}/errors
ServerName localhost
${asRoot ? 'User www-data\nGroup www-data' : ''}
Listen ${port}
${['mpm_event', 'authz_core', 'dir', 'alias', 'filter', 'allowmethods', 'deflate', 'headers', 'mime', 'ssl']
  .map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`)
  .join('\n')}
TypesConfig /dev/null
Include ${folder}/site.conf`,
};

const files = { nginx: 'nginx.conf', apache2: 'apache.conf' };

/**
 * Runs nginx or Apache with the configuration that deployers are given, where only the name, the port, the certificate
 * and the folder are other ones. Resolved once it answers; rejected with what it printed where it ends instead.
 */
export const runServer = async (
  name: 'nginx' | 'apache2',
  openssl: Tool,
  site: string,
  folder: string,
): Promise<Running> => {
  mkdirSync(folder, { recursive: true });
  const [certificate, key] = [join(folder, 'certificate.pem'), join(folder, 'key.pem')];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', certificate, ...subject);
  const [http, https] = [await freePort(), await freePort()];
  const common = [
    ['/etc/ssl/certs/partnerships.pem', certificate],
    ['/etc/ssl/private/partnerships.key', key],
    ['/var/www/partnerships', site],
    ['partnerships.example', 'localhost'],
  ] as const;
  const ports = {
    nginx: [
      ['listen 80;', `listen ${http};`],
      ['listen 443 ssl', `listen ${https} ssl`],
    ],
    apache2: [
      ['*:80>', `*:${http}>`],
      ['*:443>', `*:${https}>`],
    ],
  } as const;
  const given = readFileSync(join('docs/deploy', files[name]), 'utf8');
  writeFileSync(join(folder, 'site.conf'), changed(given, [...ports[name], ...common]));
  writeFileSync(join(folder, 'main.conf'), around[name](folder, https));
  const started = {
    nginx: ['-c', join(folder, 'main.conf')],
    apache2: ['-D', 'FOREGROUND', '-f', join(folder, 'main.conf')],
  };
  const server = spawn(name, started[name], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [said, ended] = ['', false];
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (part) => (said += String(part)));
  const end = new Promise<void>((done) => server.once('exit', () => ((ended = true), done())));

  const ca = readFileSync(certificate);
  const ask: Running['ask'] = (path, method = 'GET', headers = {}) =>
    new Promise((done, failed) => {
      const asked = request({ host: 'localhost', port: https, path, method, headers, ca, agent: false }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
        );
      });
      asked.once('error', failed);
      asked.end();
    });
  const isUp = (): Promise<boolean> =>
    new Promise((done) => {
      get({ host: 'localhost', port: https, path: '/', ca, agent: false }, (response) => {
        response.resume();
        done(true);
      }).once('error', () => done(false));
    });
  while (!(await isUp())) {
    if (ended) throw new Error(`${name} ended: ${said}`);
    await new Promise((done) => setTimeout(done, 50));
  }
  const stop = (): Promise<void> => {
    server.kill();
    return end;
  };
  return { ask, stop };
};
