/**
 * The markup of an element in one form, so that two ways of writing the same thing are equal: attributes and classes
 * sorted, white space collapsed, ids numbered by where they first stand, what is typed or ticked taken from the state.
 * Left out: what only GOV.UK Frontend's own scripts read (`data-*`, `govuk-js-*`), and the tabindex of moved focus.
 */
export const markupOf = (root: Element): string => {
  const ids = new Map([...root.querySelectorAll('[id]')].map(({ id }, index) => [id, `id${index + 1}`]));
  const mapped = (value: string) => value.split(/\s+/).map((id) => ids.get(id) ?? id);

  const attribute = ({ name, value }: Attr): string => {
    switch (name) {
      case 'id':
      case 'for':
      case 'aria-describedby':
      case 'aria-labelledby':
        return mapped(value).join(' ');
      case 'href':
        return value.startsWith('#') ? `#${mapped(value.slice(1)).join('')}` : value;
      case 'class':
        return value
          .split(/\s+/)
          .filter((one) => one && !one.startsWith('govuk-js-'))
          .sort()
          .join(' ');
      default:
        return value;
    }
  };
  const left = (name: string) =>
    name.startsWith('data-') || ['tabindex', 'checked', 'selected', 'value', 'hidden'].includes(name);
  const stateOf = (element: Element): readonly string[] => {
    if (element instanceof HTMLInputElement) return [`value="${element.value}"`, `checked="${element.checked}"`];
    if (element instanceof HTMLOptionElement) return [`value="${element.value}"`, `selected="${element.selected}"`];
    if (element instanceof HTMLButtonElement) return [`value="${element.value}"`];
    return [];
  };
  const write = (node: Node, indent: string): readonly string[] => {
    if (node instanceof Text) {
      const text = node.data.replace(/\s+/g, ' ').trim();
      return text ? [indent + text] : [];
    }
    if (!(node instanceof Element)) return [];
    const attributes = [
      ...[...node.attributes].filter(({ name }) => !left(name)).map((one) => `${one.name}="${attribute(one)}"`),
      ...stateOf(node),
    ].sort();
    const inside =
      node instanceof HTMLTextAreaElement
        ? [`${indent}  ${JSON.stringify(node.value)}`]
        : [...node.childNodes].flatMap((child) => write(child, `${indent}  `));
    return [`${indent}<${[node.tagName.toLowerCase(), ...attributes].join(' ')}>`, ...inside];
  };
  root.normalize(); // React writes text in pieces: `Error` and `:` are one text to the reader
  return [...root.childNodes].flatMap((child) => write(child, '')).join('\n');
};
