import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Collection, levelOf, pagesIn } from './collection';
import { cache, isFile, isProgram, run } from './run';

/** What stands against each file, by its path: an empty text is nothing. A file that is not there was not asked about. */
export type Verdicts = ReadonlyMap<string, string>;

export interface Judge {
  readonly name: string;
  /** Judges the signature, or what was signed: it has nothing to say of a copy. */
  readonly ofSigned?: true;
  /** What is missing on this machine, or undefined. */
  readonly missing: () => string | undefined;
  readonly judge: (collections: readonly Collection[]) => Promise<Verdicts>;
}

const filesOf = (collections: readonly Collection[]): readonly string[] => collections.flatMap(({ pdfs }) => pdfs);

const none = 'scripts/judges/install fetches it';

/** Lines of parts divided by tabs, by their first part. A file without a line was not judged. */
const byLine = (
  collections: readonly Collection[],
  stdout: string,
  against: (parts: readonly string[], pdf: string) => string,
): Verdicts => {
  const lines = new Map(
    stdout.split('\n').map((line) => {
      const [path = '', ...parts] = line.split('\t');
      return [path, parts];
    }),
  );
  return new Map(
    filesOf(collections).map((pdf) => {
      const parts = lines.get(pdf);
      return [pdf, parts ? against(parts, pdf) : 'not judged'];
    }),
  );
};

const verapdf = join(cache, 'verapdf-1.28.2', 'greenfield-apps-1.28.2.jar');

/** Compliance with PDF/A-3a or PDF/UA-1, in one run over all files. */
const veraPdf = (name: string, flavour: '3a' | 'ua1'): Judge => ({
  name,
  missing: () => (isProgram('java') && isFile(verapdf) ? undefined : `veraPDF: ${none}`),
  judge: async (collections) => {
    const way = ['-cp', verapdf, 'org.verapdf.apps.GreenfieldCliWrapper', '-f', flavour, '--format', 'text'];
    const asked = collections.flatMap(pagesIn);
    const { stdout } = await run('java', [...way, ...asked]);
    const passed = new Set(stdout.split('\n').filter((line) => line.startsWith('PASS ')));
    return new Map(
      asked.map((pdf) => [pdf, passed.has(`PASS ${pdf} ${flavour}`) ? '' : `not compliant with ${flavour}`]),
    );
  },
});

const dssHome = join(cache, 'dss-6.4');

const dss: Judge = {
  name: 'DSS',
  ofSigned: true,
  missing: () =>
    isProgram('java') && isFile(join(dssHome, 'Conformance.class')) ? undefined : `the EU’s DSS: ${none}`,
  judge: async (collections) => {
    const args = collections.flatMap(({ pdfs, trust, crls }) => [
      '--collection',
      ...trust.flatMap((file) => ['--trust', file]),
      ...crls.flatMap((file) => ['--crl', file]),
      ...pdfs,
    ]);
    const classpath = `${dssHome}:${readFileSync(join(dssHome, 'classpath'), 'utf8').trim()}`;
    const { stdout } = await run('java', ['-cp', classpath, 'Conformance', ...args]);
    return byLine(collections, stdout, ([verdict, level = '', against = ''], pdf) => {
      if (verdict !== 'PASS') return against || 'not passed';
      return level === levelOf(pdf) ? '' : `is of level ${level}, not ${levelOf(pdf)}`;
    });
  },
};

const python = join(cache, 'pyhanko-0.38.0', 'bin', 'python');

const pyHanko: Judge = {
  name: 'pyHanko',
  ofSigned: true,
  missing: () => (isFile(python) ? undefined : `pyHanko: ${none}`),
  judge: async (collections) => {
    const asked = JSON.stringify(collections.map(({ pdfs, trust, crls }) => ({ pdfs, trust, crls })));
    const { stdout } = await run(python, [join(process.cwd(), 'scripts/judges/conformance.py')], asked);
    return byLine(collections, stdout, ([verdict, against = '']) =>
      verdict === 'PASS' ? '' : against || 'not passed',
    );
  },
};

/** The judges that are started once for all files, since starting them takes longer than judging. */
export const slowJudges: readonly Judge[] = [veraPdf('PDF/A', '3a'), veraPdf('PDF/UA', 'ua1'), dss, pyHanko];
