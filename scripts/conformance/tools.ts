import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPlaces } from '../../src/signing/places';
import { readCms } from '../../src/signing/cms';
import { openFile } from '../../src/verify/form';
import { signaturePlace } from '../../src/verify/signature-place';
import { readAuthority } from '../../src/signing/certificate';
import { fromPem } from '../../src/signing/pem';
import { type Collection, pagesIn } from './collection';
import type { Judge, Verdicts } from './judge';
import { isFile, isProgram, run } from './run';
import { readingOf } from './reading';
import { structureFault } from './structure';

/** What a program says against one file; empty where nothing, undefined where it is not asked. */
type Check = (pdf: string, collection: Collection, folder: string) => Promise<string | undefined>;

const toolJudge = (name: string, programs: readonly string[], check: Check): Judge => ({
  name,
  missing: () => programs.filter((program) => !isProgram(program)).map((program) => `${program}: install it`)[0],
  judge: async (collections): Promise<Verdicts> => {
    const verdicts = new Map<string, string>();
    for (const collection of collections) {
      const folder = mkdtempSync(join(tmpdir(), 'judge-'));
      try {
        for (const pdf of collection.pdfs) {
          const against = await check(pdf, collection, folder);
          if (against !== undefined) verdicts.set(pdf, against);
        }
      } finally {
        rmSync(folder, { recursive: true });
      }
    }
    return verdicts;
  },
});

const must = (text: string, ...sentences: readonly string[]): string =>
  sentences
    .filter((sentence) => !text.includes(sentence))
    .map((sentence) => `does not say “${sentence}”`)
    .join('; ');

const isAuthority = (file: string): boolean => {
  const pem = fromPem(readFileSync(file, 'utf8'), file);
  return pem.ok && pem.value.some((der) => readAuthority(der).ok);
};

/** A database of certificates for NSS with the authorities among these, which it can trust; of a signer alone it cannot. */
const nssWith = async (folder: string, trust: readonly string[]): Promise<string> => {
  const database = `sql:${folder}`;
  if (isFile(join(folder, 'cert9.db'))) return database; // asked twice, certutil waits for a password for ever
  await run('certutil', ['-N', '-d', database, '--empty-password']);
  for (const [index, file] of trust.entries())
    await run('certutil', ['-A', '-d', database, '-n', `ca${index}`, '-t', 'CT,CT,CT', '-i', file]);
  return database;
};

const pdfsig: Check = async (pdf, { trust }, folder) => {
  const authorities = trust.filter(isAuthority);
  const nss = await nssWith(folder, authorities);
  const { stdout } = await run('pdfsig', authorities.length > 0 ? ['-nssdir', nss, pdf] : ['-nocert', pdf]);
  const issued = authorities.length > 0 && chainLength(pdf) > 1;
  return must(stdout, 'Signature is Valid.', 'Total document signed', ...(issued ? ['Certificate is Trusted.'] : []));
};

const cmsOf = (pdf: string) => {
  const bytes = new Uint8Array(readFileSync(pdf));
  const objects = openFile(bytes);
  const places = objects.ok ? signaturePlace(bytes, objects.value) : objects;
  const opened = places.ok ? openPlaces(places.value) : places;
  const cms = opened.ok ? readCms(opened.value.contents) : opened;
  return opened.ok && cms.ok ? { opened: opened.value, cms: cms.value } : undefined;
};

const chainLength = (pdf: string): number => cmsOf(pdf)?.cms.chain.length ?? 0;

const openssl: Check = async (pdf, { trust }, folder) => {
  const found = cmsOf(pdf);
  if (!found) return 'holds no signature of our form';
  const path = (name: string): string => join(folder, name);
  const { contents, signed } = found.opened;
  const size = 4 + (contents[2] ?? 0) * 256 + (contents[3] ?? 0);
  writeFileSync(path('cms.der'), contents.subarray(0, size));
  writeFileSync(path('signed'), signed);
  writeFileSync(path('roots.pem'), trust.map((file) => readFileSync(file, 'utf8')).join('\n'));
  const ways = ['-verify', '-cades', '-binary', '-purpose', 'any', '-CAfile', path('roots.pem'), '-out', '/dev/null'];
  const from = ['-inform', 'DER', '-in', path('cms.der'), '-content', path('signed')];
  const cades = must((await run('openssl', ['cms', ...ways, ...from])).stderr, 'CAdES Verification successful');
  const { timestamp, signatureValue } = found.cms;
  if (cades !== '' || timestamp === undefined) return cades;
  writeFileSync(path('token'), timestamp);
  writeFileSync(path('value'), signatureValue);
  const stamp = ['-in', path('token'), '-token_in', '-data', path('value'), '-CAfile', path('roots.pem')];
  return must((await run('openssl', ['ts', '-verify', ...stamp])).stdout, 'Verification: OK');
};

const mutool: Check = async (pdf) =>
  must((await run('mutool', ['sign', '-v', pdf])).stdout, 'The document is unchanged since signing.');

const qpdf: Check = async (pdf) => {
  const { status, stdout } = await run('qpdf', ['--check', pdf]);
  return status === 0 ? '' : stdout.trim();
};

/** Only where there is a golden text: poppler takes a minute and more for 30 pages, the square of what it takes for ten. */
const reading: Check = async (pdf, { golden }) => {
  const file = golden?.get(pdf);
  if (file === undefined) return undefined;
  const { status, stdout, stderr } = await run('pdfinfo', ['-struct-text', pdf]);
  if (status !== 0 || stderr !== '') return `cannot be read: ${stderr.trim()}`;
  const [found, expected] = [readingOf(stdout), readFileSync(file, 'utf8')];
  if (found === expected) return '';
  const at = found.split('').findIndex((sign, index) => sign !== expected[index]);
  return `does not read as ${file}, from “${found.slice(Math.max(0, at - 30), at + 30).replace(/\s+/g, ' ')}” on`;
};

/**
 * pdf.js, by the tags: every file whose pages are judged reads as the document that it was printed from, word for word. The
 * long ones too, which poppler takes minutes for.
 */
const tags: Judge = {
  name: 'pdf.js',
  ofSigned: true,
  missing: () => undefined,
  judge: async (collections) => {
    const verdicts = new Map<string, string>();
    for (const pdf of collections.flatMap(pagesIn)) verdicts.set(pdf, await structureFault(pdf));
    return verdicts;
  },
};

/** The judges that are quick to start, a file at a time. */
export const quickJudges: readonly Judge[] = [
  { ...toolJudge('pdfsig', ['pdfsig', 'certutil'], pdfsig), ofSigned: true },
  { ...toolJudge('mutool', ['mutool'], mutool), ofSigned: true },
  toolJudge('qpdf', ['qpdf'], qpdf),
  { ...toolJudge('openssl', ['openssl'], openssl), ofSigned: true },
  toolJudge('reading', ['pdfinfo'], reading),
  tags,
];
