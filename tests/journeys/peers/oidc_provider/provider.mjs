// The npm package oidc-provider as strict as it gets: PAR and proofs of possession with a nonce are forced, refresh tokens rotate,
// id_tokens are RS256. Prints one JSON line with its issuer, answers each line of its input with a line, and ends with its input.
//
//   node provider.mjs [PORT [KID]]      in:  {"do": "requests"} or {"do": "rotate"}; PID in the environment: everybody's claim `pid`
import { createPrivateKey, generateKeyPairSync, randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import { createInterface } from 'node:readline'
import Provider from 'oidc-provider'
import { createMemoryAdapter } from 'oidc-provider/lib/adapters/memory_adapter.js'

const LEVELS = ['idporten-loa-low', 'idporten-loa-substantial', 'idporten-loa-high']
const SCOPES = ['openid', 'profile', 'nb:bibliotekkortet']
const SECONDS = { AccessToken: 120, AuthorizationCode: 60, Grant: 7200, IdToken: 120, Interaction: 600, RefreshToken: 600, Session: 7200 }

// Standard output is for our lines only.
console.info = console.log = console.warn = console.error

const requests = []
const adapter = createMemoryAdapter()
const nonceSecret = randomBytes(32)
const cookieKeys = [randomBytes(32).toString('hex')]
let issuer, provider, callback

// A native client without a secret; the port of a loopback redirect is free (RFC 8252 §7.3).
function client(client_id, more = {}) {
  return {
    client_id,
    application_type: 'native',
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    redirect_uris: ['http://127.0.0.1/innlogget'],
    post_logout_redirect_uris: ['http://127.0.0.1/utlogget'],
    id_token_signed_response_alg: 'RS256',
    dpop_bound_access_tokens: true,
    scope: SCOPES.join(' '),
    ...more,
  }
}

// Whatever was asked for is granted without a question; the client `narrow` doesn't get the card.
async function grant(ctx) {
  const { session, client: { clientId }, result, params } = ctx.oidc
  const known = result?.consent?.grantId ?? session.grantIdFor(clientId)
  const found = known && (await provider.Grant.find(known))
  if (found) return found
  const made = new provider.Grant({ accountId: session.accountId, clientId })
  made.addOIDCScope(params.scope)
  if (clientId === 'narrow') made.rejectOIDCScope('nb:bibliotekkortet')
  await made.save()
  return made
}

const claims = (person) => ({ sub: person, pid: person === 'nobody' ? '1' : process.env.PID, locale: 'nb' })

// By way of PEM: a key that was just made shares a lock with the job that made it. Node 20 stands still for good when it collects
// that job while the key is being exported.
function key(type, options, more) {
  const pem = { type: 'pkcs8', format: 'pem' }
  const { privateKey } = generateKeyPairSync(type, { ...options, privateKeyEncoding: pem, publicKeyEncoding: { ...pem, type: 'spki' } })
  return { ...createPrivateKey(privateKey).export({ format: 'jwk' }), use: 'sig', ...more }
}

function provide() {
  provider = new Provider(issuer, {
    acrValues: LEVELS,
    adapter, // outlives a change of keys
    allowOmittingSingleRegisteredRedirectUri: false,
    claims: { openid: ['sub', 'pid'], profile: ['locale'] },
    clients: [
      client('bibliotekkortet-app'),
      client('es256', { id_token_signed_response_alg: 'ES256' }),
      client('once', { grant_types: ['authorization_code'] }),
      client('narrow'),
      client('small', { scope: 'openid profile' }),
    ],
    conformIdTokenClaims: false,
    cookies: { keys: cookieKeys },
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: true, nonceSecret, requireNonce: () => true },
      pushedAuthorizationRequests: { enabled: true, requirePushedAuthorizationRequests: true },
      revocation: { enabled: true },
      rpInitiatedLogout: { enabled: true, logoutSource },
    },
    findAccount: (_, accountId) => ({ accountId, claims: () => claims(accountId) }),
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    issueRefreshToken: (_, { grantTypes }) => grantTypes.includes('refresh_token'),
    jwks: {
      keys: [
        key('rsa', { modulusLength: 2048 }, { alg: 'RS256', ...(process.argv[3] && { kid: process.argv[3] }) }),
        key('ec', { namedCurve: 'P-256' }, { alg: 'ES256' }),
      ],
    },
    loadExistingGrant: grant,
    rotateRefreshToken: true,
    scopes: SCOPES,
    ttl: SECONDS,
  })
  callback = provider.callback()
}

function logoutSource(ctx, form) {
  ctx.body = `<h1>Logg ut?</h1>${form}<button form="op.logoutForm" type="submit" name="logout" value="yes">Ja</button>`
}

async function interact(req, res) {
  const { uid, prompt } = await provider.interactionDetails(req, res)
  // Native clients are asked for consent each time (RFC 8252 §8.6); it is given.
  if (prompt.name === 'consent') return provider.interactionFinished(req, res, { consent: {} }, { mergeWithLastSubmission: true })
  if (req.method === 'GET') {
    const levels = LEVELS.map((level) => `<option>${level}</option>`).join('')
    res.setHeader('content-type', 'text/html; charset=utf-8')
    res.end(`<h1>Logg inn</h1><form method="post" action="/interaction/${uid}"><input name="person">
<select name="level">${levels}</select><input name="ago" value="0"><button name="action" value="login">Ja</button><button name="action" value="cancel">Nei</button></form>`)
    return
  }
  let body = ''
  for await (const chunk of req) body += chunk
  const form = new URLSearchParams(body)
  const ts = Math.floor(Date.now() / 1000) - Number(form.get('ago') ?? 0)
  const login = { accountId: form.get('person'), acr: form.get('level') || undefined, amr: ['TestID'], ts }
  const said = form.get('action') === 'login' ? { login, consent: {} } : { error: 'access_denied' }
  await provider.interactionFinished(req, res, said)
}

const server = createServer((req, res) => {
  const path = req.url.split('?')[0]
  requests.push(`${req.method} ${path}`)
  if (!path.startsWith('/interaction/')) return callback(req, res)
  interact(req, res).catch((error) => {
    console.error(error.message)
    res.statusCode = 400
    res.end()
  })
})

const say = (line) => process.stdout.write(`${JSON.stringify(line)}\n`)

server.listen(Number(process.argv[2] ?? 0), '127.0.0.1', () => {
  issuer = `http://127.0.0.1:${server.address().port}`
  provide()
  say({ issuer })
  createInterface({ input: process.stdin })
    .on('line', (line) => {
      const command = JSON.parse(line).do
      if (command === 'rotate') provide()
      say({ requests })
    })
    .on('close', () => process.exit(0))
})
