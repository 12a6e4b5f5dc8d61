// Verify a certificate with Digital Bazaar's libraries and nothing from the network.
// node verify.mjs <folder>: credential.json, did.json, status-list.json; contexts come from the installed suite.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vc from '@digitalbazaar/vc';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list';
import * as multikey from '@digitalbazaar/multikey-context';
import * as did from 'did-context';

const [folder, contexts] = process.argv.slice(2);
const read = path => JSON.parse(readFileSync(path, 'utf-8'));
const credential = read(join(folder, 'credential.json'));
const didDocument = read(join(folder, 'did.json'));
const statusList = read(join(folder, 'status-list.json'));

const documents = new Map([
  ['https://www.w3.org/ns/credentials/v2', read(join(contexts, 'credentials-v2.json'))],
  ['https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json', read(join(contexts, 'ob-3.0.3.json'))],
  ...did.contexts,
  ...multikey.contexts,
  [didDocument.id, didDocument],
  [statusList.id, statusList]
]);
for(const method of didDocument.verificationMethod) {
  documents.set(method.id, { '@context': didDocument['@context'], ...method });
}

async function documentLoader(url) {
  if(!documents.has(url)) {
    throw new Error(`Not bundled, and nothing is fetched: ${url}`);
  }
  return { contextUrl: null, documentUrl: url, document: documents.get(url) };
}

const suite = new DataIntegrityProof({ cryptosuite });
const result = await vc.verifyCredential({ credential, suite, documentLoader, checkStatus });
const signed = await vc.verifyCredential({ credential, suite, documentLoader, checkStatus: async () => ({ verified: true }) });
// "verified" stays true for a revoked credential: the bit stands in the status results.
const statuses = result.statusResult?.results ?? [];
console.log(JSON.stringify({
  signed: signed.verified,
  statusChecked: result.statusResult?.verified === true && statuses.length === 1,
  revoked: statuses.some(one => one.status === true),
  error: signed.verified ? null : String(signed.error?.errors?.[0]?.message ?? signed.error)
}));
