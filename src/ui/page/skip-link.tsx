import type { MouseEvent } from 'react';
import { focusElement } from '../focus';
import { useWords } from '../words';
import { mainId } from './main';

// The address stays as it is, since its fragment may be the app's own route.
const skip = (event: MouseEvent) => {
  const main = document.getElementById(mainId);
  if (!main) return;
  event.preventDefault();
  main.classList.add('govuk-skip-link-focused-element');
  focusElement(main);
};

/** The first thing to reach with the keyboard: past the header, to the content. */
export const SkipLink = () => {
  const { skipToContent } = useWords();
  return (
    <a href={`#${mainId}`} className="govuk-skip-link" onClick={skip}>
      {skipToContent}
    </a>
  );
};
