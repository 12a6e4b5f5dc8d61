// Verify a certificate with @digitalcredentials/verifier-core, the engine of VerifierPlus and of the Learner Credential
// Wallet. What it would fetch comes from files; anything else is refused.
// node verify-core.mjs <folder> <schema>: credential.json, did.json, status-list.json
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, schemaPath] = process.argv.slice(2);
const read = path => JSON.parse(readFileSync(path, 'utf-8'));
const credential = read(join(folder, 'credential.json'));
const didDocument = read(join(folder, 'did.json'));
const statusList = read(join(folder, 'status-list.json'));
const refused = [];

globalThis.fetch = async (input) => {
  const url = typeof input === 'string' ? input : input.url ?? String(input);
  const answer = document => new Response(JSON.stringify(document), {
    status: 200, headers: { 'Content-Type': 'application/json' }
  });
  if(url.endsWith('/did.json')) return answer(didDocument);
  if(url.split('#')[0] === statusList.id) return answer(statusList);
  if(url.includes('ob_v3p0_achievementcredential_schema.json')) return answer(read(schemaPath));
  refused.push(url);
  return new Response('{}', { status: 404 });
};

const { verifyCredential } = await import('@digitalcredentials/verifier-core');
const result = await verifyCredential({ credential, knownDIDRegistries: [] });
const steps = Object.fromEntries((result.log ?? []).map(step => [step.id, step.valid ?? step.error?.name ?? null]));
const schema = result.additionalInformation?.find(one => one.id === 'schema_check')?.results?.[0]?.result ?? null;
console.log(JSON.stringify({ steps, schema, errors: (result.errors ?? []).map(one => one.name ?? one.message), refused }));
