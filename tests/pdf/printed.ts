import { readFileSync } from 'node:fs';
import type { Result } from '../../src/base/result';
import type { DocumentModel } from '../../src/pdf/document';
import { printDocument, type PrintOptions } from '../../src/pdf/print-document';
import type { Printed, Resources } from '../../src/pdf/tagged/tagged-pdf';
import { example, options } from './example';

const asset = (name: string): Uint8Array => new Uint8Array(readFileSync(`src/pdf/assets/${name}`));

export const resources: Resources = {
  fonts: {
    regular: asset('AtkinsonHyperlegibleNext-Regular.ttf'),
    bold: asset('AtkinsonHyperlegibleNext-Bold.ttf'),
  },
  icc: asset('srgb.icc'),
};

export const print = (model: DocumentModel = example, changed: Partial<PrintOptions> = {}): Result<Printed> =>
  printDocument(model, { ...options, ...changed }, resources);

export const printed = (model?: DocumentModel, changed?: Partial<PrintOptions>): Printed => {
  const result = print(model, changed);
  if (!result.ok) throw new Error(JSON.stringify(result.failures));
  return result.value;
};
