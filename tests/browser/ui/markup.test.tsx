import { cleanup, render, waitFor } from '@testing-library/react';
import { CharacterCount } from 'govuk-frontend/dist/govuk/components/character-count/character-count.mjs';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import styles from '../../../src/ui/styles.scss?raw';
import { examples, type Options } from './examples';
import { markupOf } from './markup';

interface Fixtures {
  readonly fixtures: readonly { readonly name: string; readonly options: Options; readonly html: string }[];
}

const official = import.meta.glob<Fixtures>('/node_modules/govuk-frontend/dist/govuk/components/*/fixtures.json', {
  eager: true,
  import: 'default',
});

/** The examples of GOV.UK Frontend that our components can be asked for; the others need options that we leave out. */
const compared: Readonly<Record<string, readonly string[]>> = {
  'back-link': ['default', 'with custom text and link'],
  button: ['default', 'disabled', 'link', 'start link', 'secondary', 'warning', 'inverse', 'name', 'type'],
  'character-count': [
    'default',
    'with hint',
    'with hint and error',
    'with default value',
    'with default value exceeding limit',
    'with threshold',
    "with count type 'characters' and threshold",
  ],
  checkboxes: [
    'default',
    'with hint',
    'with divider and None',
    'with legend as a page heading',
    'small',
    'small with error',
    'with error message and hint',
  ],
  'date-input': ['default', 'with values', 'month and year', 'with error message and hint', 'with error on year input'],
  details: ['default'],
  'error-message': ['default'],
  'error-summary': [
    'default',
    'without links',
    'mixed with and without links',
    'with description only',
    'with everything',
  ],
  fieldset: ['default', 'styled as large text', 'as page heading l', 'with describedBy'],
  'file-upload': ['default', 'with hint text', 'with error message and hint', 'allows multiple files', 'disabled'],
  'generic-header': ['default'],
  hint: ['default'],
  input: [
    'default',
    'with hint text',
    'with error message',
    'with error and hint',
    'with width-5 class',
    'with label as page heading',
    'with prefix and suffix',
    'with prefix and suffix and error',
    'value',
    'inputmode',
    'with spellcheck enabled',
    'with autocomplete attribute',
    'disabled',
    'with error, hint and describedBy',
  ],
  'inset-text': ['default'],
  label: ['default', 'styled as large text', 'as page heading l'],
  'notification-banner': ['default', 'with type as success', 'custom title'],
  panel: ['title with no body text', 'custom heading level'],
  'phase-banner': ['text'],
  radios: [
    'default',
    'with hint',
    'inline',
    'with a divider',
    'with hints on items',
    'with very long option text',
    'with hint and error message',
    'with disabled',
  ],
  select: [
    'default',
    'with hint text and error message',
    'with label as page heading',
    'with selected value',
    'error and describedBy',
  ],
  'service-navigation': [
    'with service name',
    'with service link',
    'with collapseNavigationOnMobile set to false',
    'with a single navigation item',
  ],
  'summary-list': [
    'as a summary card with a text header',
    'as a summary card with actions',
    'as a summary card with actions plus summary list actions',
  ],
  table: ['with head', 'with head and caption'],
  tag: ['default', 'grey', 'red'],
  'task-list': ['default', 'with hint text and additional states'],
  textarea: [
    'default',
    'with hint',
    'with default value',
    'with custom rows',
    'with label as page heading',
    'with hint and error message',
  ],
  'warning-text': ['default', 'multiple lines'],
};

/** Components of which ours says something else than any example, and why. */
const ownMarkup: Readonly<Record<string, string>> = {
  'skip-link': 'its address is always that of the main part of our pages',
  footer: 'theirs bears the arms and the licence of the Crown',
};

const exampleOf = (component: string, name: string) => {
  const found = official[`/node_modules/govuk-frontend/dist/govuk/components/${component}/fixtures.json`];
  const example = found?.fixtures.find((fixture) => fixture.name === name);
  if (!example) throw new Error(`GOV.UK Frontend has no example "${name}" of ${component}`);
  return example;
};

// Its count is written by its script, so we compare with what that makes of the example.
const scripts: Readonly<Record<string, (root: Element | null) => unknown>> = {
  'character-count': (root) => new CharacterCount(root),
};

// GOV.UK Frontend's scripts ask for it.
beforeAll(() => document.body.classList.add('govuk-frontend-supported'));
afterEach(cleanup);

describe.each(Object.entries(compared))('%s has the markup of GOV.UK Frontend', (component, names) => {
  it.each(names)('%s', async (name) => {
    const example = exampleOf(component, name);
    const theirs = document.createElement('div');
    theirs.append(...new DOMParser().parseFromString(example.html, 'text/html').body.childNodes);
    document.body.append(theirs);
    scripts[component]?.(theirs.firstElementChild);
    const expected = markupOf(theirs);
    theirs.remove();

    const ours = examples[component]?.(example.options);
    const { container } = render(ours);
    // What is folded away comes after the first paint.
    await waitFor(() => expect(markupOf(container)).toBe(expected));
  });
});

it('every component whose styles we take is compared, or says why it is not', () => {
  const taken = [...styles.matchAll(/components\/([a-z-]+)'/g)].map(([, name]) => name);
  expect(taken.filter((name) => name !== undefined && !(name in compared) && !(name in ownMarkup))).toEqual([]);
});
