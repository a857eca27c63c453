import { isProgram, run } from '../conformance/run';

/** What an ordinary checker says of a file, in its own words, put short. */
export interface Judge {
  readonly name: string;
  readonly says: (file: string) => Promise<string>;
}

const said = (text: string, wanted: RegExp): string =>
  [...new Set(text.split('\n').filter((line) => wanted.test(line)))]
    .map((line) => line.replace(/^\s*-?\s*(?:Signature Validation: )?(?:Signature is )?/, '').trim())
    .join(' / ');

/** A checker that ends by a signal, or says nothing, has an entry of its own. */
const ending = (status: number, words: string): string =>
  words !== '' ? words : status < 0 || status > 127 ? 'CRASH' : `exit ${status}`;

const judges: readonly Judge[] = [
  {
    name: 'pdfsig',
    says: async (file) => {
      const { status, stdout, stderr } = await run('pdfsig', ['-nocert', file]);
      return ending(
        status,
        said(`${stdout}\n${stderr}`, /Signature Validation|Total document signed|does not contain any/),
      );
    },
  },
  {
    name: 'mutool',
    says: async (file) => {
      const { status, stdout, stderr } = await run('mutool', ['sign', '-v', file]);
      return ending(
        status,
        said(
          `${stdout}\n${stderr}`.replace(/^.*Certificate error.*$/gm, ''),
          /unchanged|edits|Digest|digest|verif|no signature|error:/,
        ),
      ).slice(0, 70);
    },
  },
];

/** Those that are installed. */
export const installedJudges = (): readonly Judge[] => judges.filter(({ name }) => isProgram(name));
