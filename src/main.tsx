import { createRoot } from 'react-dom/client';
import { App, fetchAssess } from './app/app';
import { browserServices } from './app/browser-services';
import './ui/styles.scss';
// oxlint-disable-next-line import/default, house/imports -- not the worker: the address at which Vite puts it
import verifyWorker from './workers/verify?worker&url';
import { version } from '../package.json';

const place = document.getElementById('app');
if (!place) throw new Error('the page has no place for the app');
const root = createRoot(place);

/** Where its page cannot be fetched any more, loading anew says the same. */
const onSuperseded = (): void =>
  void import('./app/superseded').then(
    ({ Superseded }) => root.render(<Superseded />),
    () => window.location.reload(),
  );
root.render(<App services={browserServices({ version, verifyWorker }, onSuperseded, fetchAssess)} />);
