import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { limits, sourcesOf, weigh, type Weighed } from '../../scripts/weigh';
import { launchBrowser } from '../support/browser';

/** What signs, prints and checks, and what is needed for nothing else. */
const late =
  /\/src\/(pdf|signing|verify|workers)\/|\/src\/features\/(sign|verify|read|decide|keys)\/|node_modules\/(jspdf|fflate|pdfjs-dist|@noble\/ciphers)\//;

/** jsPDF's parts for pages of HTML and SVG, with what they are made of. */
const neverUsed = /node_modules\/(html2canvas|canvg|dompurify|core-js|rgbcolor|stackblur-canvas|svg-pathdata)\//;

const scriptsOf = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .map((name) => join(folder, name));

test('the first question comes within its limits, and with nothing that prints, signs or checks', async () => {
  const browser = await launchBrowser();
  const rounds: Weighed[] = [];
  // On a busy machine the page may have time to fetch what comes later: the least of three rounds is what it needs.
  for (let round = 0; round < 3; round++) rounds.push(await weigh(browser, inject('url')));
  await browser.close();
  for (const [name, limit] of Object.entries(limits)) {
    const sizes = rounds.map(({ sizes: found }) => found[name as keyof typeof limits]);
    expect(Math.min(...sizes), name).toBeLessThanOrEqual(limit);
    expect(Math.min(...sizes), name).toBeGreaterThan(limit / 4);
  }
  const fewest = rounds.map(({ scripts }) => scripts).toSorted((one, other) => one.length - other.length)[0] ?? [];
  const sources = fewest.flatMap((address) => sourcesOf(join('dist/assets', basename(address))));
  expect(sources.length).toBeGreaterThan(100);
  expect(sources.filter((source) => late.test(source))).toEqual([]);
});

test('what signs and checks is there for later, and what jsPDF has for HTML and SVG is not in the build at all', () => {
  const mapped = scriptsOf('dist/assets').filter((script) => existsSync(`${script}.map`));
  const sources = mapped.flatMap(sourcesOf);
  for (const part of ['jspdf', 'fflate', 'pdfjs-dist'])
    expect(
      sources.some((source) => source.includes(`node_modules/${part}/`)),
      part,
    ).toBe(true);
  expect(sources.filter((source) => neverUsed.test(source))).toEqual([]);
  const unmapped = scriptsOf('dist/assets').filter((script) => !mapped.includes(script));
  const others = unmapped.filter(
    (script) => !basename(script).startsWith('_never-used-') || readFileSync(script, 'utf8').length > 100,
  );
  expect(others).toEqual([]);
});

test('whoever passes the build on passes on the names and licences of all that is in it', async () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  const text = await (await fetch(`${inject('url')}/licences.txt`)).text();
  const parts = text.split(`\n\n${'='.repeat(72)}\n\n`);
  const built = new Set(
    scriptsOf('dist/assets')
      .filter((script) => existsSync(`${script}.map`))
      .flatMap(sourcesOf)
      .flatMap((source) => /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(source)?.[1] ?? []),
  );
  expect(Object.keys(dependencies).filter((name) => !built.has(name))).toEqual([]);
  for (const name of [...built, 'govuk-frontend', 'Atkinson Hyperlegible Next']) {
    const part = parts.find((one) => one.startsWith(`${name} `) || one.startsWith(`${name}\n`));
    expect([name, part]).toEqual([
      name,
      expect.stringMatching(/\b(MIT|Apache-2\.0|BSD|ISC|Unlicense|SIL Open Font)\b/i),
    ]);
  }
});
