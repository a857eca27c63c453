import { type ReactNode, useState } from 'react';
import { walkStrings } from '../../../strings/walk';
import { Details } from '../../../ui';

interface AsideProps {
  readonly labels: readonly string[];
  /** Whether something stands in it when the page is opened. */
  readonly open: boolean;
  /** Whether something in it has to be put right. */
  readonly wrong: boolean;
  readonly children: ReactNode;
}

/** What few have to add, folded away below what everybody is asked, under the names of what can be added. */
export const Aside = ({ labels, open, wrong, children }: AsideProps) => {
  const [opened] = useState(open);
  return (
    <Details summary={walkStrings.aside(labels)} open={opened || wrong}>
      {children}
    </Details>
  );
};
