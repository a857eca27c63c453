import { lazy, type ReactNode, Suspense } from 'react';
import { type Entry, isPractice } from '../assessment/log';
import type { Scope } from '../policy/scope';
import { Loading } from './problem';

const Practice = lazy(() => import('./practice').then((module) => ({ default: module.Practice })));

interface MarkedProps {
  readonly log: readonly Entry[];
  readonly scope: Scope;
  readonly children: ReactNode;
}

/** The screens of an assessment; those of one for practice all say so, each before anything else. */
export const Marked = ({ log, scope, children }: MarkedProps) =>
  isPractice(log) ? (
    <Suspense fallback={<Loading />}>
      <Practice scope={scope}>{children}</Practice>
    </Suspense>
  ) : (
    children
  );
