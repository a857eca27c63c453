// The page that asks the same questions with SurveyJS, as its guide for React sets it up.
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { Model } from 'survey-core';
import 'survey-core/survey-core.fontless.min.css';
import { Survey } from 'survey-react-ui';
import { pagesFrom, place } from './page';
import type { PlainField } from './questions';

const elementOf = ({ name, label, hint, kind, options }: PlainField): object => {
  const shared = { name, title: label, description: hint };
  switch (kind) {
    case 'one':
      return { ...shared, type: 'radiogroup', choices: options };
    case 'many':
      return { ...shared, type: 'checkbox', choices: options };
    case 'lines':
      return { ...shared, type: 'comment' };
    case 'line':
      return { ...shared, type: 'text' };
    case 'number':
    case 'date':
      return { ...shared, type: 'text', inputType: kind };
  }
};

const pages = await pagesFrom();
const survey = new Model({
  showPageNumbers: true,
  pageNextText: 'Continue',
  completeText: 'Finish',
  pages: pages.map(({ name, title, fields }) => ({
    name,
    title,
    visibleIf: `{way} contains '${name}'`,
    elements: fields.map(elementOf),
  })),
});
survey.setValue(
  'way',
  pages.filter(({ isAsked }) => isAsked).map(({ name }) => name),
);
window.fillPage = () => {
  const page = pages.find(({ name }) => name === survey.currentPage?.name);
  for (const { name, answer } of page?.fields ?? []) if (answer !== undefined) survey.setValue(name, answer);
};
createRoot(place()).render(createElement(Survey, { model: survey }));
