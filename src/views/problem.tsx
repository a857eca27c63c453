import type { Failure } from '../base/result';
import { en } from '../strings/en';
import { Heading, Link } from '../ui';
import { Sentence } from './sentence';

/** Said while something is fetched or opened, if it takes a while. */
export const Loading = () => (
  <p className="govuk-body" role="status">
    {en.loading}
  </p>
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
