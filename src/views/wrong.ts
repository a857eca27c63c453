import { useEffect } from 'react';
import { en } from '../strings/en';

/**
 * Has the title of the browser's tab say that something is wrong, as long as it is: for a form inside a screen that does
 * not know of its errors. A screen that does says so itself.
 */
export const useWrong = (isWrong: boolean): void => {
  useEffect(() => {
    if (!isWrong) return undefined;
    const before = document.title;
    document.title = `${en.error}: ${before}`;
    return () => {
      document.title = before;
    };
  }, [isWrong]);
};
