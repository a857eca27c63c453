import { cpus, loadavg, totalmem } from 'node:os';
import process from 'node:process';
import type { Answer, Key } from '../../src/policy/answer';
import { askedFields, flatFields, walk } from '../../src/policy/walk';
import { launchBrowser } from '../../tests/support/browser';
import { knownPolicy } from '../../tests/support/policies';
import { slowdown, summary } from './paints';
import { type Name, names, serveSites } from './beside/sites';
import { type Visit, visit } from './beside/visit';
import { type Passage, passage } from './beside/walk';

/** One measure of the three pages: medians. */
export interface Row {
  readonly what: string;
  readonly unit: 'KiB' | 'ms' | 'MiB';
  readonly medians: Readonly<Record<Name, number>>;
}

export interface Beside {
  readonly rows: readonly Row[];
  readonly rounds: number;
  /** Of one proposal: pages that were walked, and questions on them. */
  readonly pages: number;
  readonly questions: number;
  readonly machine: string;
  readonly date: string;
  /** The load of the machine before and after: the mean number of programs at work in the last minute. */
  readonly load: readonly [number, number];
}

const median = (values: readonly number[]): number => summary(values).median;
const kib = 1024;

/**
 * Ours beside the same questions in SurveyJS, and beside plain controls of React as the floor: what a first visit costs,
 * how soon the next question is painted, and what is held after some 40 questions and more. All in turns, each in an empty profile, so
 * that all three meet the same machine.
 */
export const measureBeside = async (rounds: number): Promise<Beside> => {
  const { model, cases } = knownPolicy('decision-trees/partnership', '1.0.0.json');
  const today = new Date().toISOString().slice(0, 10);
  const answers = new Map<Key, Answer>(Object.entries(cases.find(({ id }) => id === 'new-high-risk')?.answers ?? {}));
  const walked = walk(model, answers, today);
  const asked = walked.path.slice(0, -1);
  const questions = asked.flatMap((step) => flatFields(askedFields(walked, step))).length;
  const before = loadavg()[0] ?? NaN;
  const { sites, close } = await serveSites(walked);
  const browser = await launchBrowser();
  const found = Object.fromEntries(
    names.map((name) => [name, { fast: [] as Visit[], slow: [] as Visit[], passages: [] as Passage[] }]),
  ) as Record<Name, { fast: Visit[]; slow: Visit[]; passages: Passage[] }>;
  try {
    for (let round = 0; round < Math.max(5, rounds); round++)
      for (const name of names) {
        found[name].fast.push(await visit(browser, sites[name], 1));
        found[name].slow.push(await visit(browser, sites[name], slowdown));
        found[name].passages.push(await passage(browser, sites[name], walked, today));
      }
    const row = (what: string, unit: Row['unit'], of: (one: (typeof found)[Name]) => readonly number[]): Row => ({
      what,
      unit,
      medians: { bare: median(of(found.bare)), survey: median(of(found.survey)), ours: median(of(found.ours)) },
    });
    const visits = (unit: Row['unit'], what: string, key: keyof Visit): readonly Row[] => [
      row(`${what}, 1×`, unit, ({ fast }) => fast.map((one) => one[key])),
      row(`${what}, ${slowdown}× slower`, unit, ({ slow }) => slow.map((one) => one[key])),
    ];
    return {
      rows: [
        row('Scripts on the wire', 'KiB', ({ fast }) => fast.map(({ scripts }) => scripts / kib)),
        row('Style sheets on the wire', 'KiB', ({ fast }) => fast.map(({ styles }) => styles / kib)),
        row('Everything on the wire', 'KiB', ({ fast }) => fast.map(({ all }) => all / kib)),
        ...visits('ms', 'First paint', 'firstPaint'),
        ...visits('ms', 'Ready for a click', 'ready'),
        ...visits('ms', 'First question ready', 'question'),
        row(`Answer to next question painted, ${slowdown}× slower`, 'ms', ({ passages }) =>
          passages.flatMap(({ presses }) => presses),
        ),
        row(`Memory after ${questions} questions on ${asked.length} pages`, 'MiB', ({ passages }) =>
          passages.map(({ memory }) => memory / kib / kib),
        ),
      ],
      rounds: Math.max(5, rounds),
      pages: asked.length,
      questions,
      machine: `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${(totalmem() / kib ** 3).toFixed(0)} GiB, Chromium ${browser.version()}, Node.js ${process.versions.node}`,
      date: new Date().toISOString().slice(0, 10),
      load: [before, loadavg()[0] ?? NaN],
    };
  } finally {
    await browser.close();
    close();
  }
};

/** The measures as docs/performance.md has them. */
export const besideTable = ({ rows, rounds, pages, questions, machine, date, load }: Beside): string => {
  const ratio = (one: number, other: number): string => (other === 0 ? '–' : (one / other).toFixed(2));
  const digits = (unit: Row['unit'], value: number): string => value.toFixed(unit === 'ms' ? 0 : 1);
  const lines = rows.map(
    ({ what, unit, medians: { bare, survey, ours } }) =>
      `| ${what} | ${unit} | ${digits(unit, bare)} | ${digits(unit, survey)} | ${digits(unit, ours)} | ${ratio(ours, survey)} | ${ratio(ours, bare)} |\n`,
  );
  return `${date}, on ${machine}. Load of the machine before and after: ${load.map((one) => one.toFixed(1)).join(' and ')}. Medians of ${rounds} rounds in turns; each round walks ${pages} pages with ${questions} questions.

| What | In | Bare React | SurveyJS | Ours | Ours ÷ SurveyJS | Ours ÷ bare |
| --- | --- | ---: | ---: | ---: | ---: | ---: |
${lines.join('')}`;
};

const marks = ['<!-- measured -->\n', '<!-- end -->\n'] as const;

/** A page of the documentation with the measures in place of those that stand between its marks. Throws where it has none. */
export const renewed = (page: string, table: string): string => {
  const [from, to] = marks.map((mark) => page.indexOf(mark));
  if (from === undefined || to === undefined || from < 0 || to < from) throw new Error('the page has no marks');
  return `${page.slice(0, from + marks[0].length)}\n${table}\n${page.slice(to)}`;
};
