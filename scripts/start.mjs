// `npm start`: from a fresh clone to the production build in a browser.
import { join } from 'node:path';
import process from 'node:process';
import { relayTo } from './relay.mjs';
import { serve } from './serve.mjs';
import { prepare, root, runPackage, stop } from './setup.mjs';

const port = Number(process.env.PORT ?? 4173);
if (!Number.isInteger(port) || port < 0 || port > 65535) stop(`PORT must be a number up to 65535.`);

// Where a timestamp authority answers, for trying out settings whose `timestampPath` is `/timestamp`. None unless told.
const authority = process.env.TIMESTAMP_URL ?? '';
if (authority !== '' && !/^https?:$/.test(URL.canParse(authority) ? new URL(authority).protocol : ''))
  stop('TIMESTAMP_URL must be the http or https address of a timestamp authority.');
const posts = authority === '' ? {} : { '/timestamp': relayTo(authority) };

const refuse = (error) => {
  if (error.code === 'EADDRINUSE') {
    stop(`Port ${port} is in use. Stop the program that uses it, or choose another port: PORT=${port + 1} npm start`);
  }
  stop(`Port ${port} cannot be used: ${error.message}`);
};

prepare();
// Before the build, so that a port that is taken is told at once. Files are read when they are asked for.
const server = await serve(join(root, 'dist'), port, posts).catch(refuse);

process.stdout.write('Building.\n');
const { status } = runPackage('vite', ['build', '--logLevel', 'warn']);
if (status !== 0) stop('The build failed. The reason is above.');

process.stdout.write(`
The service is running: ${server.url}

Open that address in a browser and choose "Start now".
To stop the service, press Ctrl+C here.
`);
