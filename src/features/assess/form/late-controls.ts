import { lazy } from 'react';

// Controls that nobody needs to answer the first question: each is fetched with the first page that has it.

export const DateInput = lazy(() =>
  import('../../../ui/form/date-input').then((module) => ({ default: module.DateInput })),
);
export const Scale = lazy(() => import('../../../ui/form/scale').then((module) => ({ default: module.Scale })));
export const Select = lazy(() => import('../../../ui/form/select').then((module) => ({ default: module.Select })));
export const Textarea = lazy(() =>
  import('../../../ui/form/textarea').then((module) => ({ default: module.Textarea })),
);
