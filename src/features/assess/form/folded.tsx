import { type ReactNode, Suspense, useState } from 'react';
import { Details } from '../../../ui';

interface FoldedProps {
  readonly summary: string;
  readonly open?: boolean;
  readonly children: ReactNode;
}

/** What is folded away, and neither fetched nor drawn before it is first opened. */
export const Folded = ({ summary, open = false, children }: FoldedProps) => {
  const [isWanted, setWanted] = useState(open);
  return (
    <Details summary={summary} open={open} onToggle={({ currentTarget }) => currentTarget.open && setWanted(true)}>
      {isWanted && <Suspense>{children}</Suspense>}
    </Details>
  );
};
