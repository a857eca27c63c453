import type { Heading } from '../document';
import { bodyWidth, type Flow, flowLines, need, space } from './flow';
import { letterings } from './style';
import { wrap } from './wrap';

const styles = {
  1: { lettering: letterings.h1, before: 22, after: 10 },
  2: { lettering: letterings.h2, before: 20, after: 6 },
  3: { lettering: letterings.h3, before: 12, after: 3 },
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
