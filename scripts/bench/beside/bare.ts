// The floor: the same questions as plain controls of React, with no rules, no look and nothing kept.
import { createElement as h, type ReactElement, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { pagesFrom, place } from './page';
import type { PlainField, PlainPage } from './questions';

const Control = ({ name, label, kind, options }: PlainField): ReactElement => {
  if (kind === 'lines') return h('label', null, label, h('textarea', { name }));
  if (kind === 'one' || kind === 'many')
    return h(
      'fieldset',
      null,
      h('legend', null, label),
      options.map(({ value, text }) =>
        h('label', { key: value }, h('input', { type: kind === 'one' ? 'radio' : 'checkbox', name, value }), text),
      ),
    );
  return h('label', null, label, h('input', { type: kind === 'line' ? 'text' : kind, name }));
};

const Bare = ({ pages }: { readonly pages: readonly PlainPage[] }): ReactElement => {
  const [at, setAt] = useState(0);
  const page = pages[at];
  return h(
    'main',
    null,
    h(
      'form',
      { key: at },
      h('h1', null, `${at + 1}. ${page?.title ?? 'The end'}`),
      page?.fields.map((field) => h(Control, { key: field.name, ...field })),
      h('button', { type: 'button', onClick: () => setAt(at + 1) }, 'Continue'),
    ),
  );
};

window.fillPage = () => document.querySelector<HTMLInputElement>('input[type=radio]')?.click();
createRoot(place()).render(h(Bare, { pages: (await pagesFrom()).filter(({ isAsked }) => isAsked) }));
