import type { List, Paragraph } from '../document';
import { bodyWidth, type Flow, flowLines, left, need, space } from './flow';
import { letterings } from './style';
import { drawLine, wrap } from './wrap';

/** Prints a paragraph; one that leads to what follows, on the page where `company` points of that have room too. */
export const printParagraph = (flow: Flow, { text, small = false }: Paragraph, company: number): void => {
  const lettering = small ? letterings.small : letterings.body;
  const lines = wrap(flow.pdf.fonts, text, lettering, bodyWidth);
  if (company > 0) need(flow, lines.length * lettering.leading + 6 + company);
  flowLines(flow, flow.pdf.element(flow.pdf.root, 'P'), lines, lettering);
  space(flow, 6);
};

const indent = 20;

export const printList = (flow: Flow, { style, items }: List): void => {
  const { pdf } = flow;
  const lettering = letterings.body;
  const numbered = style === 'number';
  const list = pdf.element(pdf.root, 'L', { numbering: numbered ? 'Decimal' : 'Disc' });
  items.forEach((text, index) => {
    const lines = wrap(pdf.fonts, text, lettering, bodyWidth - indent);
    need(flow, Math.min(lines.length, 2) * lettering.leading);
    const item = pdf.element(list, 'LI');
    const label = { text: numbered ? `${index + 1}.` : '•', weight: lettering.weight };
    pdf.mark(pdf.element(item, 'Lbl'), () => drawLine(pdf, [label], { x: left + 4, top: flow.y }, lettering));
    flowLines(flow, pdf.element(item, 'LBody'), lines, lettering, left + indent);
    space(flow, 1.5);
  });
  space(flow, 6);
};
