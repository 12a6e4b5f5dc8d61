// A provider that is not ours (panva's oidc-provider): it enforces PKCE and single use.
// node oidc-provider.mjs <redirect-uri>: prints its issuer; whoever comes is logged in as the account in the cookie-less
// query of the interaction, so that tests need no pages.
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';

const [redirectUri] = process.argv.slice(2);
const people = {
  'thi-tu': { name: 'Trần Thị Tư', acr: 'loa2' },
  'gia-linh': { name: 'Hoàng Gia Linh', acr: 'loa1' }
};
const server = createServer();
await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
const issuer = `http://127.0.0.1:${server.address().port}`;

const provider = new Provider(issuer, {
  clients: [{
    client_id: 'suite', client_secret: 'secret', redirect_uris: [redirectUri],
    grant_types: ['authorization_code'], response_types: ['code'], token_endpoint_auth_method: 'client_secret_basic'
  }],
  acrValues: ['loa1', 'loa2'],
  claims: { openid: ['sub'], acr: null, auth_time: null, profile: ['name'] },
  pkce: { required: () => true },
  features: { devInteractions: { enabled: false } },
  cookies: { keys: ['tests only'] },
  async findAccount(_context, id) {
    return { accountId: id, claims: async () => ({ sub: id, name: people[id].name }) };
  },
  interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` }
});

let next = 'thi-tu';
const answer = provider.callback();
server.on('request', async (request, response) => {
  if(request.url.startsWith('/next/')) {
    next = request.url.slice('/next/'.length);
    response.end();
    return;
  }
  if(!request.url.startsWith('/interaction/')) {
    answer(request, response);
    return;
  }
  const { prompt, params } = await provider.interactionDetails(request, response);
  if(prompt.name === 'login') {
    const login = { accountId: next, acr: people[next].acr, remember: false };
    await provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false });
    return;
  }
  const grant = new provider.Grant({ accountId: next, clientId: params.client_id });
  grant.addOIDCScope('openid profile');
  const consent = { grantId: await grant.save() };
  await provider.interactionFinished(request, response, { consent }, { mergeWithLastSubmission: true });
});
console.log(issuer);
