import type { ComponentType } from 'react';
import { fetchedAhead } from '../../../ui/fetched-ahead';

// What nobody needs to answer the first question: it is fetched while that is being answered.

const fetches: (() => Promise<unknown>)[] = [];

const late = <Props extends object>(load: () => Promise<ComponentType<Props>>) => {
  const [Late, fetched] = fetchedAhead(load);
  fetches.push(fetched);
  return Late;
};

export const Textarea = late(() => import('../../../ui/form/textarea').then((module) => module.Textarea));
export const DateInput = late(() => import('../../../ui/form/date-input').then((module) => module.DateInput));
export const Scale = late(() => import('../../../ui/form/scale').then((module) => module.Scale));
export const Select = late(() => import('../../../ui/form/select').then((module) => module.Select));
export const SummaryList = late(() => import('../../../ui/content/summary-list').then((module) => module.SummaryList));
export const Aside = late(() => import('./aside').then((module) => module.Aside));
export const GroupView = late(() => import('./group-view').then((module) => module.GroupView));
export const PageHelp = late(() => import('../page-help').then((module) => module.PageHelp));
export const CheckScreen = late(() => import('../check-screen').then((module) => module.CheckScreen));

/** Fetches it all, once; what cannot be fetched now is asked for again where it is needed. */
export const fetchLate = async (): Promise<void> => {
  await Promise.allSettled(fetches.splice(0).map((fetched) => fetched()));
};
