import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser';
import { findings, lostInForcedColours, lostWhenSpaced, overhang, unsaid } from '../support/wcag';

// What every screen is looked at with finds what it is there to find: each page here has one fault, and its mended twin none.

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const pageOf = async (style: string, body: string, title = 'A page'): Promise<Page> => {
  const page = await browser.newPage({ viewport: { width: 320, height: 400 } });
  await page.setContent(
    `<!doctype html><html lang="en"><title>${title}</title><style>${style}</style><main>${body}</main></html>`,
  );
  return page;
};

const links = '<a href="#a">One</a><br><a href="#b">Two</a>';
const tooClose =
  'a { display: inline-block; height: 12px; overflow: hidden; font-size: 10px; line-height: 12px; color: #00f }';

test.for([
  ['a target of less than 24 pixels', tooClose, links, /^target-size/],
  ['faint text', 'p { color: #999; background: #fff }', '<p>Words</p>', /^color-contrast/],
  ['a control without a name', '', '<input>', /^label/],
] as const)('axe: %s', async ([, style, body, expected]) => {
  const page = await pageOf(style, body);
  expect(await findings(page)).toContainEqual(expect.stringMatching(expected));
  await page.close();
});

test('axe: nothing on a page without fault', async () => {
  const page = await pageOf('a { display: inline-block; min-width: 24px; padding: 6px 0; color: #00f }', links);
  expect(await findings(page)).toEqual([]);
  await page.close();
});

test.for([
  [400, 80],
  [300, 0],
] as const)('what is %i pixels wide sticks out by %i', async ([width, expected]) => {
  const page = await pageOf(`body { margin: 0 } div { width: ${width}px; height: 9px }`, '<div></div>');
  expect(await overhang(page)).toBe(expected);
  await page.close();
});

test.for([
  ['hidden', 1],
  ['visible', 0],
] as const)('text that no longer fits its box once it is spaced: %s', async ([overflow, expected]) => {
  const style = `div { font: 16px monospace; width: 100px; height: 24px; white-space: nowrap; overflow: ${overflow} }`;
  const page = await pageOf(style, '<div>ten words.</div>');
  expect(await lostWhenSpaced(page)).toHaveLength(expected);
  await page.close();
});

test.for([
  [
    'a button that only its background shows',
    'button { border: 0; background: #060; color: #fff }',
    /^BUTTON .*no edge$/,
  ],
  ['a button that keeps its own colours', 'button { forced-color-adjust: none }', /^BUTTON .*no edge$/],
  [
    'text that keeps its own faint colour',
    'button { forced-color-adjust: none; color: #888; background: #999 }',
    /^color-contrast/,
  ],
] as const)('in forced colours: %s', async ([, style, expected]) => {
  const page = await pageOf(style, '<button>Continue</button>');
  expect(await lostInForcedColours(page)).toContainEqual(expect.stringMatching(expected));
  await page.close();
});

test('in forced colours: nothing of a button with a border', async () => {
  const page = await pageOf(
    'button { border: 2px solid transparent; background: #060; color: #fff }',
    '<button>Go</button>',
  );
  expect(await lostInForcedColours(page)).toEqual([]);
  await page.close();
});

test.for([
  ['background: #000', 1],
  ['border: 3px solid', 0],
] as const)('in forced colours: a choice that is shown by its “%s”', async ([shown, expected]) => {
  const style = `input { opacity: 0 } label { border: 1px solid; display: block } :checked + label { ${shown} }`;
  const page = await pageOf(style, '<p><input type="radio" id="a" checked><label for="a">One</label></p>');
  expect(await lostInForcedColours(page)).toHaveLength(expected);
  await page.close();
});

const summary = '<div class="govuk-error-summary"><h2>There is a problem</h2></div>';

test.for([
  ['two first headings', 'Names – App', '<h1>Names</h1><h1>Names</h1>', 1],
  ['a level left out', 'Names – App', '<h1>Names</h1><h3>More</h3>', 1],
  ['a title without the service', 'Names', '<h1>Names</h1>', 1],
  ['a title that names another screen', 'Dates – App', '<h1>Names</h1>', 1],
  ['an error that the title keeps back', 'Names – App', `<h1>Names</h1>${summary}`, 1],
  ['an error that only the title knows of', 'Error: Names – App', '<h1>Names</h1>', 1],
  ['nothing', 'Error: Names – App', `<h1>Names</h1>${summary}`, 0],
] as const)('of title and headings: %s', async ([, title, body, expected]) => {
  const page = await pageOf('', body, title);
  expect(await unsaid(page, 'App')).toHaveLength(expected);
  await page.close();
});
