// The page that composes, signs and hands over a record as the app does.
import { replay } from '../../../src/assessment/assessment';
import type { Entry } from '../../../src/assessment/log';
import { timeOf } from '../../../src/base/calendar';
import { modelOf } from '../../../src/policy/model';
import { parsePolicy, parseSettings } from '../../../src/policy/parse';
import { rendererSha256, renderRecord } from '../../../src/pdf/render';
import { sealRecord } from '../../../src/record/seal';
import { makeKeys } from '../../../src/signing/keys';
import { selfSigned } from '../../../src/signing/self-signed';
import { signPlaceholder } from '../../../src/signing/sign';
import { bytesFrom, type Hands, handOver, jsonFrom } from './hands';
import { sealingOf } from './sealing';

const { subtle } = crypto;

const ready = async (): Promise<Hands> => {
  const [policy, settings, log] = [
    parsePolicy(await jsonFrom('policy.json')),
    parseSettings(await jsonFrom('settings.json')),
    (await jsonFrom('log.json')) as readonly Entry[],
  ];
  if (!policy.ok || !settings.ok) throw new Error('the policy does not parse');
  const assessment = replay(modelOf(policy.value, settings.value), log);
  const resources = {
    fonts: { regular: await bytesFrom('regular.ttf'), bold: await bytesFrom('bold.ttf') },
    icc: await bytesFrom('srgb.icc'),
  };
  const keys = await makeKeys(subtle, 'ES256');
  const now = timeOf(Math.floor(Date.now() / 1000));
  const certificate = await selfSigned(subtle, {
    keys,
    name: { organisation: 'Example council', service: 'Communities', person: 'Siân Ó Briain' },
    now,
    random: crypto.getRandomValues(new Uint8Array(16)),
  });
  if (!certificate.ok || !assessment) throw new Error('no certificate');
  return {
    run: async () => {
      const before = performance.now();
      const sealed = sealRecord(assessment, sealingOf(rendererSha256(resources), certificate.value.sha256, now));
      if (!sealed.ok) throw new Error(JSON.stringify(sealed.failures));
      const files = sealed.value.files.map(({ file, bytes }) => ({ name: file.name, bytes }));
      const printed = renderRecord(sealed.value, files, resources);
      if (!printed.ok) throw new Error(JSON.stringify(printed.failures));
      const signer = { privateKey: keys.privateKey, chain: [certificate.value.der] };
      const signed = await signPlaceholder(subtle, printed.value, signer);
      if (!signed.ok) throw new Error(JSON.stringify(signed.failures));
      handOver(new Blob([signed.value], { type: 'application/pdf' }));
      const ms = performance.now() - before;
      const pages = new TextDecoder('latin1').decode(signed.value).match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
      return { ms, pages, bytes: signed.value.length };
    },
  };
};

window.hands = ready();
