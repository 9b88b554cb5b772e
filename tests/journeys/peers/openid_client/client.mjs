// npm openid-client as the app: a public native client with everything it has turned on.
import * as oidc from 'openid-client'
import { Browser, REDIRECT } from './sandbox.mjs'

export const CLIENT = 'bibliotekkortet-app'

export async function discover(issuer) {
  const config = await oidc.discovery(new URL(issuer), CLIENT, undefined, oidc.None(), {
    execute: [oidc.allowInsecureRequests],
  })
  oidc.enableNonRepudiationChecks(config) // else no signature is looked at
  return config
}

export const proofs = async (config) => oidc.getDPoPHandle(config, await oidc.randomDPoPKeyPair('ES256'))

// An attempt: what was sent, what must come back, and the address for the browser.
export async function begin(config, { hint, DPoP, pushed = true, level = 'idporten-loa-high', ...more } = {}) {
  const verifier = oidc.randomPKCECodeVerifier()
  const checks = {
    pkceCodeVerifier: verifier,
    expectedState: oidc.randomState(),
    expectedNonce: oidc.randomNonce(),
    idTokenExpected: true,
  }
  const parameters = {
    redirect_uri: REDIRECT,
    scope: 'openid profile nb:bibliotekkortet',
    state: checks.expectedState,
    nonce: checks.expectedNonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    acr_values: level,
    ui_locales: 'nb',
    ...(hint && { idp_hint: hint }),
    ...more,
  }
  const url = pushed
    ? await oidc.buildAuthorizationUrlWithPAR(config, parameters, { DPoP })
    : oidc.buildAuthorizationUrl(config, parameters)
  return { config, url: url.href, checks, options: { DPoP } }
}

export const finish = ({ config, checks, options }, redirect) =>
  oidc.authorizationCodeGrant(config, new URL(redirect), checks, undefined, options)

// The whole way as `person`.
export async function signIn(config, options = {}) {
  const attempt = await begin(config, options)
  const redirect = await new Browser().signIn(attempt.url, options.person ?? 'kari', options.reaches)
  return finish(attempt, redirect)
}

export const renew = (config, token, DPoP) => oidc.refreshTokenGrant(config, token, undefined, { DPoP })
