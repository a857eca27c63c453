import { en } from '../strings/en';
import { Button, Heading, Main } from '../ui';

/** Shown when another tab has upgraded the database: this one must not write any more. */
export const Superseded = () => (
  <Main>
    <Heading>{en.superseded.title}</Heading>
    <p className="govuk-body">{en.superseded.text}</p>
    <Button type="button" onClick={() => window.location.reload()}>
      {en.superseded.reload}
    </Button>
  </Main>
);
