import { Anchor, type LinkProps } from '../link';
import { useWords } from '../words';

export type BackLinkProps = Omit<LinkProps, 'className'>;

/** To the page before; the first thing on a page, above `Main`. */
export const BackLink = ({ children, ...rest }: BackLinkProps) => {
  const { back } = useWords();
  return (
    <Anchor {...rest} className="govuk-back-link">
      {children ?? back}
    </Anchor>
  );
};
