import type { Heading } from '../document';
import { bodyWidth, type Flow, flowLines, need, space } from './flow';
import { letterings } from './style';
import { wrap } from './wrap';

const styles = {
  1: { lettering: letterings.h1, before: 18, after: 8 },
  2: { lettering: letterings.h2, before: 14, after: 4 },
  3: { lettering: letterings.h3, before: 11, after: 2 },
} as const;

/** Prints a heading on the page where `company` points of what follows have room too. */
export const printHeading = (flow: Flow, { level, text }: Heading, company: number): void => {
  const { lettering, before, after } = styles[level];
  const lines = wrap(flow.pdf.fonts, text, lettering, bodyWidth);
  space(flow, before);
  need(flow, lines.length * lettering.leading + after + company);
  flow.pdf.bookmark(level, text, flow.y);
  flowLines(flow, flow.pdf.element(flow.pdf.root, `H${level}`), lines, lettering);
  space(flow, after);
};
