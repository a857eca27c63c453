import { hex } from '../../src/base/bytes';
import { openPlaces } from '../../src/signing/places';
import { openFile } from '../../src/verify/form';
import { signaturePlace } from '../../src/verify/signature-place';
import { valueOf } from '../../tests/signing/material';
import { fromLatin1, latin1 } from '../../tests/verify/forge';
import { type CmsParts, cmsParts, readTree, writeTree } from './der-tree';
import type { Bytes } from './forgery';

/** The last such text put in place by another; whatever follows moves where the lengths differ. */
export const swapLast = (pdf: Uint8Array, from: RegExp, to: (found: string) => string): Bytes => {
  const text = latin1(pdf);
  const all = [...text.matchAll(new RegExp(from, 'g'))];
  const last = all.at(-1);
  if (!last) throw new Error(`nothing to change: ${from}`);
  const [found] = last;
  return fromLatin1(text.slice(0, last.index) + to(found) + text.slice(last.index + found.length));
};

/** A second revision, as editors save: objects, a table that names them, a trailer that names the first. */
export const revised = (pdf: Uint8Array, objects: readonly (readonly [number, string])[], withTable = true): Bytes => {
  const text = latin1(pdf);
  const [, first = ''] = /startxref\n(\d+)\n%%EOF$/.exec(text) ?? [];
  const root = text.slice(text.lastIndexOf('trailer')).match(/\/Root \d+ 0 R/)?.[0] ?? '';
  let [body, table] = ['\n', ''];
  for (const [id, content] of objects) {
    table += `${id} 1\n${String(text.length + body.length).padStart(10, '0')} 00000 n \n`;
    body += `${id} 0 obj\n${content}\nendobj\n`;
  }
  const at = text.length + body.length;
  const trailer = `xref\n${table}trailer\n<< /Size 9999 ${root} /Prev ${first} >>\nstartxref\n${at}\n`;
  return fromLatin1(`${text}${body}${withTable ? trailer : ''}%%EOF`);
};

const placesOf = (pdf: Uint8Array) => valueOf(signaturePlace(pdf, valueOf(openFile(pdf))));

/** The CMS of a file, without the zeros behind it. */
export const cmsOf = (pdf: Uint8Array): Uint8Array => {
  const { contents } = valueOf(openPlaces(placesOf(pdf)));
  return contents.subarray(0, readTree(contents).size);
};

/** The file with another CMS in its place, as anybody can put there. */
export const withCms = (pdf: Uint8Array, cms: Uint8Array): Bytes => {
  const places = placesOf(pdf);
  const { contents } = valueOf(openPlaces(places));
  if (cms.length > contents.length) throw new Error('the CMS has no room');
  const other = new Uint8Array(pdf);
  other.set(Buffer.from(hex(cms).padEnd(2 * contents.length, '0'), 'latin1'), places.contentsAt + 1);
  return other;
};

/** The file whose CMS was taken apart, changed and put together again. */
export const withCmsChanged = (pdf: Uint8Array, change: (parts: CmsParts) => void): Bytes => {
  const { node } = readTree(cmsOf(pdf));
  change(cmsParts(node));
  return withCms(pdf, writeTree(node));
};
