import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Locator, Page } from 'playwright';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

interface Axe {
  readonly run: (options: object) => Promise<{ readonly violations: readonly Finding[] }>;
}

const run = async (page: Page, runOnly: object): Promise<readonly string[]> => {
  await page.evaluate(axe);
  const violations = await page.evaluate(
    async (only) =>
      (await (globalThis as unknown as { axe: Axe }).axe.run({ runOnly: only, resultTypes: ['violations'] }))
        .violations,
    runOnly,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary ?? ''}`));
};

/** What axe finds on a page against WCAG 2.2 AA, the size of targets among it, a line for each place. */
export const findings = (page: Page): Promise<readonly string[]> =>
  run(page, { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });

/** How many pixels of the page stick out of the window. */
export const overhang = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** The spacing that every text must bear (WCAG 1.4.12). */
const spaced = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }`;

/** What is cut off in the page as it stands: boxes that hide what does not fit into them, with their first words. */
const cutOff = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body :not(input)')]
      .filter((element) => {
        const { overflowX, overflowY, clipPath, position } = getComputedStyle(element);
        if (element.clientWidth <= 1 || (position === 'absolute' && clipPath !== 'none')) return false; // for ears alone
        return (
          (/hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
          (/hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 1)
        );
      })
      .map((element) => `${element.tagName} ${element.className}: ${element.textContent.slice(0, 40)}`),
  );

/** What is lost of a narrow page when its text is spaced out: boxes that cut it off, and pixels that stick out. */
export const lostWhenSpaced = async (page: Page): Promise<readonly string[]> => {
  // Not as an element, which the content security policy refuses.
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
  }, spaced);
  const lost = await cutOff(page);
  const pixels = await overhang(page);
  await page.evaluate(() => {
    document.adoptedStyleSheets = [];
  });
  return pixels > 0 ? [...lost, `${pixels} pixels stick out`] : lost;
};

/** Whether something else stands before an element, such as a panel that was opened beside it. */
const isCovered = (element: Locator): Promise<boolean> =>
  element.evaluate((one) => {
    one.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = one.getBoundingClientRect();
    const before = document.elementFromPoint(left + width / 2, top + height / 2);
    return before !== null && !one.contains(before);
  });

/** A choice that looks the same whether or not it is chosen: of each way in which the page draws one, the first. */
const sameChosen = async (page: Page): Promise<readonly string[]> => {
  const drawn = await page.evaluate(() => {
    const kinds = new Map<string, number>();
    for (const [index, input] of [...document.querySelectorAll<HTMLInputElement>('main input')].entries()) {
      const kind = `${input.type} ${input.className} ${input.labels?.[0]?.className} ${input.parentElement?.className}`;
      if (input.matches(':checked') && input.checkVisibility() && !kinds.has(kind)) kinds.set(kind, index);
    }
    return [...kinds];
  });
  const found: string[] = [];
  for (const [kind, index] of drawn) {
    const input = page.locator('main input').nth(index);
    const choice = input.locator('xpath=..');
    if (await isCovered(choice)) continue;
    const chosen = await choice.screenshot();
    await input.evaluate((one: HTMLInputElement) => (one.checked = false));
    const other = await choice.screenshot();
    await input.evaluate((one: HTMLInputElement) => (one.checked = true));
    if (chosen.equals(other)) found.push(`looks the same whether or not it is chosen: ${kind}`);
  }
  return found;
};

/**
 * What cannot be told where a person's own colours are forced on the page: text that does not stand out, controls that
 * keep the page's colours or have no edge, and choices that look the same whether or not they are chosen.
 */
export const lostInForcedColours = async (page: Page): Promise<readonly string[]> => {
  await page.emulateMedia({ forcedColors: 'active' });
  const faint = await run(page, { type: 'rule', values: ['color-contrast'] });
  const edgeless = await page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        'main button, main input:not([type=radio], [type=checkbox], [type=file]), main select, main textarea',
      ),
    ]
      .filter((element) => element.checkVisibility())
      .filter((element) => {
        const { borderBottomWidth, borderBottomStyle, textDecorationLine, outlineStyle, forcedColorAdjust } =
          getComputedStyle(element) as CSSStyleDeclaration & { readonly forcedColorAdjust: string };
        const isEdged = borderBottomStyle !== 'none' && borderBottomWidth !== '0px';
        return forcedColorAdjust === 'none' || !(isEdged || textDecorationLine !== 'none' || outlineStyle !== 'none');
      })
      .map((element) => `${element.tagName} ${element.className}: no edge`),
  );
  const same = await sameChosen(page);
  await page.emulateMedia({ forcedColors: null });
  return [...faint, ...edgeless, ...same];
};

/** What the title of a page and its headings leave unsaid: which screen it is, and whether something is wrong on it. */
export const unsaid = (page: Page, service: string): Promise<readonly string[]> =>
  page.evaluate((name) => {
    const headings = [...document.querySelectorAll<HTMLElement>('h1, h2, h3, h4, h5, h6')]
      .filter((heading) => heading.checkVisibility())
      .map(({ tagName, textContent }) => ({ level: Number(tagName.charAt(1)), text: textContent }));
    const first = headings.filter(({ level }) => level === 1);
    const isWrong = document.querySelector('.govuk-error-summary') !== null;
    const { title } = document;
    return [
      ...(first.length === 1 ? [] : [`${first.length} headings of the first level`]),
      ...headings.flatMap(({ level, text }, index) =>
        level > (headings[index - 1]?.level ?? level) + 1 ? [`a level is left out before: ${text}`] : [],
      ),
      ...(title.endsWith(` – ${name}`) ? [] : [`not a screen of the service: ${title}`]),
      ...(/(^|: )Error: /.test(title) === isWrong
        ? []
        : [`says other than the page whether something is wrong: ${title}`]),
      ...(title.includes(first[0]?.text ?? '') ? [] : [`not what its heading says, “${first[0]?.text}”: ${title}`]),
    ];
  }, service);
