import { lazy, type ReactNode, Suspense } from 'react';
import { begun, type Entry } from '../assessment/log';
import type { Scope } from '../policy/scope';
import { Loading } from './problem';

const Marks = lazy(() => import('./marks').then((module) => ({ default: module.Marks })));

export interface MarkedProps {
  readonly log: readonly Entry[];
  readonly scope: Scope;
  readonly children: ReactNode;
}

/** The screens of an assessment; those of one for practice, or of a record answered again, say so before anything else. */
export const Marked = (props: MarkedProps) => {
  const first = begun(props.log);
  return first?.practice || first?.reperforms ? (
    <Suspense fallback={<Loading />}>
      <Marks {...props} />
    </Suspense>
  ) : (
    props.children
  );
};
