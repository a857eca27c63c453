import type { Locator, Page } from 'playwright';
import { type Answer, type Key, plainText } from '../../src/policy/answer';
import type { Group } from '../../src/policy/field';
import type { Model } from '../../src/policy/model';
import { rowName, stepTitle } from '../../src/policy/names';
import { answerWords, inLanguage, words } from '../../src/policy/present';
import { addressOf, type AskedField, askedFields, type Step, type Walk, walk } from '../../src/policy/walk';

/** An officer who has an answer ready for every question, and finds each by what is on the screen. */
export interface Officer {
  /** Fills in the page on the screen. */
  readonly fillPage: (step: Step) => Promise<void>;
  /** Answers the page on the screen and continues. */
  readonly answerPage: (step: Step) => Promise<void>;
  /** Answers every page from the first to the last; `after` is told of each. */
  readonly answerAll: (after?: (step: Step) => Promise<void>) => Promise<void>;
  /** Where the answers lead, by the evaluator. */
  readonly expected: Walk;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A label as it is on screen: with "(optional)" where the field may be left empty. */
const named = (label: string): RegExp => new RegExp(`^\\s*${escaped(label)}( \\(optional\\))?\\s*$`);

export const officer = (page: Page, model: Model, answers: ReadonlyMap<Key, Answer>, today: string): Officer => {
  const expected = walk(model, answers, today);

  /** A field in a cell of a grid, found by its label and what its row is called. */
  const fillCell = async ({ field, key, row }: AskedField, grid: Locator, rowLabel: string): Promise<void> => {
    const answer = answers.get(key);
    if (answer === undefined) return;
    const label = escaped(words(expected, field.label, 'en', row));
    const name = new RegExp(`^${label}( \\(optional\\))? \\(${escaped(rowLabel)}\\)$`);
    const tick = grid.getByRole('checkbox', { name: new RegExp(`^${label} \\(${escaped(rowLabel)}\\)`) });
    if (field.kind === 'choice' && (await tick.count()) > 0)
      await (answer === field.carry ? tick.check() : tick.uncheck());
    else if (field.kind === 'choice')
      await grid.getByRole('combobox', { name }).selectOption(answerWords(model, field, answer, 'en'));
    else if (field.kind === 'scale')
      await grid
        .getByRole('group', { name })
        .getByRole('radio', { name: new RegExp(`^${plainText(answer)}\\b`) })
        .check();
    else await grid.getByRole('textbox', { name }).fill(plainText(answer));
  };

  const addRows = async ({ one }: Group, { rows }: AskedField, within: Locator): Promise<void> => {
    const name = new RegExp(`^Add (a|another) ${escaped(inLanguage(one, 'en'))}$`);
    for (const _ of rows) await within.getByRole('button', { name }).click();
  };

  const fill = async (asked: AskedField, within: Locator): Promise<void> => {
    const { field, key, row } = asked;
    const label = words(expected, field.label, 'en', row);
    const answer = answers.get(key);
    if (field.kind === 'group' && field.columns && asked.rows.length > 0) {
      if (field.over === undefined) await addRows(field, asked, within);
      const grid = within.getByRole('table', { name: label, exact: true });
      await grid.waitFor();
      for (const [index, inner] of asked.rows.entries()) {
        const rowLabel = rowName(model, field, inner.id, index, 'en');
        for (const one of inner.fields) await fillCell(one, grid, rowLabel);
      }
      return;
    }
    if (field.kind === 'group') {
      if (field.over === undefined) await addRows(field, asked, within);
      for (const [index, inner] of asked.rows.entries()) {
        const group = within.getByRole('group', { name: rowName(model, field, inner.id, index, 'en'), exact: true });
        for (const one of inner.fields) await fill(one, group);
      }
      return;
    }
    if (answer === undefined) return;
    const group = within.getByRole('group', { name: named(label) });
    switch (field.kind) {
      case 'choice': {
        const [text = ''] = answerWords(model, field, answer, 'en');
        const list = within.getByRole('combobox', { name: named(label) });
        if ((await list.count()) > 0) await list.selectOption({ label: text });
        else await group.getByRole('radio', { name: text, exact: true }).check();
        return;
      }
      case 'choices':
        for (const text of answerWords(model, field, answer, 'en'))
          await group.getByRole('checkbox', { name: text, exact: true }).check();
        return;
      case 'scale':
        await group.getByRole('radio', { name: new RegExp(`^${plainText(answer)}\\b`) }).check();
        return;
      case 'text':
        await within.getByRole('textbox', { name: named(label) }).fill(plainText(answer));
        return;
      case 'money':
        await within.getByRole('textbox', { name: named(label) }).fill(((answer as number) / 100).toFixed(2));
        return;
      case 'whole':
        await within.getByRole('textbox', { name: named(label) }).fill(plainText(answer));
        return;
      case 'date': {
        const [year = '', month = '', day = ''] = (answer as string).split('-');
        await group.getByRole('textbox', { name: /^Day/ }).fill(day);
        await group.getByRole('textbox', { name: 'Month' }).fill(month);
        await group.getByRole('textbox', { name: 'Year' }).fill(year);
        return;
      }
      case 'file':
        await within.getByLabel(named(label)).setInputFiles({
          name: 'letter.pdf',
          mimeType: 'application/pdf',
          buffer: Buffer.from('%PDF-1.7\nnot much of a letter\n'),
        });
        return;
    }
  };

  const fillPage = async (step: Step): Promise<void> => {
    await page.waitForURL((url) => url.hash.endsWith(`/${addressOf(step)}`));
    // The address changes first: until then the page before it, which may ask the same of another row, is on screen.
    await page
      .getByRole('heading', { level: 1 })
      .filter({ hasText: stepTitle(expected, step, 'en') })
      .waitFor();
    const form = page.locator('main form');
    await form.waitFor();
    for (const asked of askedFields(expected, step)) {
      const aside = form.locator('details:not([open]) > summary').filter({ hasText: 'You can also add' });
      if (asked.field.aside && answers.has(asked.key) && (await aside.count()) > 0) await aside.click();
      await fill(asked, form);
    }
  };

  const answerPage = async (step: Step): Promise<void> => {
    await fillPage(step);
    await page.getByRole('button', { name: 'Continue' }).click();
  };

  return {
    expected,
    fillPage,
    answerPage,
    answerAll: async (after) => {
      for (const step of expected.path) {
        await answerPage(step);
        await after?.(step);
      }
    },
  };
};
