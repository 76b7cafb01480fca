// An OpenID Connect provider for the browser tests. It asks who one is, and believes the answer.
//
// `node provider.mjs FILE`, where FILE is JSON: url, client_id, client_secret, redirect_uri, and accounts, a list
// of claims. The accounts are read anew at every sign-in, so a test can change them.

import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

import Provider from 'oidc-provider';

const read = () => JSON.parse(readFileSync(process.argv[2], 'utf8'));
const settings = read();

const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
// The empty icon keeps the browser from asking for one and complaining that there is none.
const page = (body) => `<!doctype html><meta charset="utf-8"><title>Provider</title>
  <link rel="icon" href="data:,">${body}`;

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

const provider = new Provider(settings.url, {
  clients: [{
    client_id: settings.client_id,
    client_secret: settings.client_secret,
    redirect_uris: [settings.redirect_uri],
    // Streamlit asks to come back from signing out at the same address as from signing in.
    post_logout_redirect_uris: [settings.redirect_uri],
  }],
  jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] },
  cookies: { keys: [settings.client_secret] },
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
  // Streamlit reads the ID token only, so e-mail and name have to stand in it.
  conformIdTokenClaims: false,
  findAccount(_ctx, sub) {
    const claims = read().accounts.find((account) => account.sub === sub);
    return claims && { accountId: sub, claims: () => claims };
  },
  // Nobody is asked for consent: it is given here.
  async loadExistingGrant({ oidc }) {
    const grant = new oidc.provider.Grant({
      accountId: oidc.session.accountId,
      clientId: oidc.client.clientId,
    });
    grant.addOIDCScope('openid email profile');
    await grant.save();
    return grant;
  },
  interactions: { url: (_ctx, interaction) => `/sign-in/${interaction.uid}` },
  features: {
    devInteractions: { enabled: false },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource(ctx, form) {
        const yes = '<input type="hidden" name="logout" value="yes"></form>';
        ctx.body = page(`${form.replace('</form>', yes)}<script>document.forms[0].submit()</script>`);
      },
    },
  },
  renderError(ctx, error) {
    ctx.type = 'text';
    ctx.body = `${error.error}: ${error.error_description}`;
  },
});

// The sign-in page: a button for each account, and one that refuses.
provider.use(async (ctx, next) => {
  const [, place, uid] = ctx.path.split('/');
  if (place !== 'sign-in') return next();
  if (!('account' in ctx.query)) {
    const button = (sub) => `<button name="account" value="${escaped(sub)}">${escaped(sub || 'Refuse')}</button>`;
    const buttons = [...read().accounts.map((account) => account.sub), ''].map(button).join(' ');
    ctx.body = page(`<h1>Who are you?</h1><form action="/sign-in/${escaped(uid)}">${buttons}</form>`);
    return undefined;
  }
  const answer = ctx.query.account
    ? { login: { accountId: ctx.query.account } }
    : { error: 'access_denied', error_description: 'This person may not sign in.' };
  ctx.redirect(await provider.interactionResult(ctx.req, ctx.res, answer));
  return undefined;
});

for (const event of ['server_error', 'authorization.error', 'grant.error', 'end_session.error']) {
  provider.on(event, (_ctx, error) => console.error(event, error.message, error.error_description ?? ''));
}

createServer(provider.callback()).listen(new URL(settings.url).port, '127.0.0.1');
