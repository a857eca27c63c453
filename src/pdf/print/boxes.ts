import type { Panel, Text, Words } from '../document';
import type { Drawing } from '../tagged/tagged-pdf';
import { bodyWidth, type Flow, flowLines, left, moveDown, need, room, space } from './flow';
import { colours, type Lettering, letterings } from './style';
import { type Line, wrap } from './wrap';

const bar = 3;
const padding = 11;
const between = 3;

/** A person's words: label and lines beside a thick rule, so that no line of theirs can look like the document's own. */
export const printWords = (flow: Flow, { label, text }: Words): void => {
  const { pdf } = flow;
  const quote = pdf.element(pdf.root, 'BlockQuote');
  const x = left + bar + padding - 4;
  const width = bodyWidth - bar - padding + 4;
  const rule = (top: number, bottom: number): void =>
    pdf.artifact(() => pdf.rect({ left, top, right: left + bar, bottom }, colours.rule));
  const gap = (height: number): void => {
    const shown = Math.min(height, room(flow));
    if (shown > 0) rule(flow.y, flow.y + shown);
    moveDown(flow, shown);
  };
  space(flow, 3);
  need(flow, letterings.label.leading + 2 * letterings.table.leading);
  const labelLines = wrap(pdf.fonts, label, letterings.label, width);
  flowLines(flow, pdf.element(quote, 'P'), labelLines, letterings.label, x, rule);
  gap(1);
  for (const line of text.split('\n')) {
    if (line === '') gap(letterings.table.leading / 2);
    else {
      const lines = wrap(pdf.fonts, line, letterings.table, width);
      flowLines(flow, pdf.element(quote, 'P'), lines, letterings.table, x, rule);
    }
  }
  space(flow, 7);
};

const partsOf = (
  { fonts }: Drawing,
  { title, lines }: Panel,
): readonly { readonly lines: readonly Line[]; readonly lettering: Lettering }[] => {
  const width = bodyWidth - 2 * (padding + 4);
  const part = (text: Text, lettering: Lettering) => ({ lines: wrap(fonts, text, lettering, width), lettering });
  return [part(title, letterings.panelTitle), ...lines.map((line) => part(line, letterings.body))];
};

export const panelHeight = (pdf: Drawing, panel: Panel): number =>
  partsOf(pdf, panel).reduce(
    (sum, { lines, lettering }) => sum + lines.length * lettering.leading + between,
    2 * padding - between,
  );

/** A shaded box with a title, for an outcome. Stays on one page where it can. */
export const printPanel = (flow: Flow, content: Panel): void => {
  const { pdf } = flow;
  const panel = pdf.element(pdf.root, 'Div');
  const x = left + padding + 4;
  const parts = partsOf(pdf, content);
  const shade = (top: number, bottom: number): void =>
    pdf.artifact(() => {
      pdf.rect({ left, top, right: left + bodyWidth, bottom }, colours.shade);
      pdf.rect({ left, top, right: left + 4, bottom }, colours.accent);
    });
  const edge = (height: number): void => {
    const shown = Math.min(height, room(flow));
    if (shown > 0) shade(flow.y, flow.y + shown);
    moveDown(flow, shown);
  };
  need(flow, panelHeight(pdf, content));
  edge(padding);
  parts.forEach((part, index) => {
    if (index > 0) edge(between);
    flowLines(flow, pdf.element(panel, 'P'), part.lines, part.lettering, x, shade);
  });
  edge(padding);
  space(flow, 10);
};
