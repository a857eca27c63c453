import { sourceParts } from '../policy/notes';
import { useWords } from '../ui';

/** A source that a policy rests on, as a link where it gives an address. */
export const Source = ({ text }: { readonly text: string }) => {
  const { opensInNewTab } = useWords();
  const { words, href } = sourceParts(text);
  if (href === undefined) return words;
  return (
    <a className="govuk-link" href={href} target="_blank" rel="noreferrer noopener">
      {words} <span className="app-no-print">{opensInNewTab}</span>
    </a>
  );
};
