import { expect, it } from 'vitest';
import { sha256Hex } from '../../src/base/hash';
import boldFile from '../../src/pdf/assets/AtkinsonHyperlegibleNext-Bold.ttf?url';
import regularFile from '../../src/pdf/assets/AtkinsonHyperlegibleNext-Regular.ttf?url';
import profileFile from '../../src/pdf/assets/srgb.icc?url';
import { printDocument } from '../../src/pdf/print-document';
import { example, exampleSha256, options } from '../pdf/example';

const bytesOf = async (address: string): Promise<Uint8Array> =>
  new Uint8Array(await (await fetch(address)).arrayBuffer());

it('prints the same bytes in a browser as in Node.js', async () => {
  const [regular, bold, icc] = await Promise.all([bytesOf(regularFile), bytesOf(boldFile), bytesOf(profileFile)]);
  const result = printDocument(example, options, { fonts: { regular, bold }, icc });
  expect(result.ok && sha256Hex(result.value.bytes)).toBe(exampleSha256);
});
