import { thisApp } from '../strings/this-app';
import { Button, Heading, Main } from '../ui';
import { takeNewest } from './offline/updates';

/** Shown when another tab has upgraded the database: this one must not write any more. */
export const Superseded = () => (
  <Main>
    <Heading>{thisApp.superseded.title}</Heading>
    <p className="govuk-body">{thisApp.superseded.text}</p>
    <Button type="button" onClick={() => void takeNewest()}>
      {thisApp.superseded.reload}
    </Button>
  </Main>
);
