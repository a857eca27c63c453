import { type ReactNode, useEffect, useState } from 'react';
import type { Failure, Result } from '../base/result';
import { en } from '../strings/en';
import { Heading, Link } from '../ui';
import { Screen } from './screen';
import { Sentence } from './sentence';

/** Said while something is fetched or opened, if it takes a while. */
export const Loading = () => (
  <div className="govuk-width-container">
    <p className="govuk-body govuk-!-margin-top-6" role="status">
      {en.loading}
    </p>
  </div>
);

/** What went wrong instead of the screen, and what to do. */
export const Problem = ({ failures }: { readonly failures: readonly Failure[] }) => (
  <>
    <Heading>{en.problem.title}</Heading>
    <ul className="govuk-list">
      {failures.slice(0, 20).map((one) => (
        <li key={`${one.code} ${one.place}`}>
          <Sentence failure={one} />
          {one.place !== '' && <div className="govuk-hint">{one.place}</div>}
        </li>
      ))}
    </ul>
    <p className="govuk-body">
      <Link href="/">{en.problem.home}</Link>
    </p>
  </>
);

interface OpenedProps<Value> {
  /** Opens it; again where this is another function. */
  readonly open: () => Promise<Result<Value>>;
  /** Where the way back leads from a page that says why it could not be opened. */
  readonly back: string;
  readonly children: (value: Value) => ReactNode;
}

/** A screen of something that is first opened, or why it could not be. */
export const Opened = <Value,>({ open, back, children }: OpenedProps<Value>) => {
  const [state, setState] = useState<Result<Value>>();
  useEffect(() => {
    let gone = false;
    void open().then((result) => {
      if (!gone) setState(result);
    });
    return () => {
      gone = true;
    };
  }, [open]);
  if (!state) return <Loading />;
  if (state.ok) return children(state.value);
  return (
    <Screen title={en.problem.title} back={back}>
      <Problem failures={state.failures} />
    </Screen>
  );
};
