// Whether one of the sandbox's OpenID providers is one, as npm openid-client and jose see it.
import assert from 'node:assert/strict'
import * as jose from 'jose'
import * as oidc from 'openid-client'
import { CLIENT, begin, discover, finish, proofs, renew, signIn } from './client.mjs'
import { check, skip } from './count.mjs'
import { Browser, PARTED } from './sandbox.mjs'

const ended = (work) => assert.rejects(work, (error) => error.error === 'invalid_grant' && error.status === 400)

export async function provider(name, sandbox, issuer, hint) {
  const it = (what, work) => check(`${name}: ${what}`, work)
  const config = await discover(issuer)
  const metadata = config.serverMetadata()
  const keys = jose.createRemoteJWKSet(new URL(metadata.jwks_uri))
  const verified = (token) =>
    jose.jwtVerify(token, keys, {
      issuer,
      audience: CLIENT,
      algorithms: ['RS256'],
      requiredClaims: ['exp', 'iat', 'sub', 'acr', 'auth_time'],
    })

  await it('oidcc-client-test-discovery-openid-config: what the app needs is promised', () => {
    assert.equal(metadata.issuer, issuer)
    assert.deepEqual(metadata.code_challenge_methods_supported, ['S256'])
    assert.ok(metadata.authorization_response_iss_parameter_supported)
    assert.ok(metadata.pushed_authorization_request_endpoint)
    assert.ok(metadata.revocation_endpoint && metadata.end_session_endpoint && metadata.userinfo_endpoint)
    assert.ok(metadata.dpop_signing_alg_values_supported.includes('ES256'))
    assert.deepEqual(metadata.id_token_signing_alg_values_supported, ['RS256'])
  })

  await it('oidcc-client-test-discovery-jwks-uri-keys: public RSA keys for signatures, each with a name of its own', async () => {
    const { keys: all } = await (await fetch(metadata.jwks_uri)).json()
    assert.ok(all.length > 0)
    assert.equal(new Set(all.map(({ kid }) => kid)).size, all.length)
    for (const { kty, use, d, p, q } of all) assert.deepEqual([kty, use, d, p, q], ['RSA', 'sig', undefined, undefined, undefined])
  })

  for (const pushed of [true, false]) {
    await it(`oidcc-client-test: ${pushed ? 'a pushed request' : 'an unpushed request'}, code, verified id_token`, async () => {
      const tokens = await signIn(config, { hint, pushed })
      const { payload, protectedHeader } = await verified(tokens.id_token)
      assert.equal(tokens.token_type, 'bearer')
      assert.equal(tokens.scope, 'openid profile nb:bibliotekkortet')
      assert.equal(payload.acr, 'idporten-loa-high')
      assert.equal(payload.sub, tokens.claims().sub)
      assert.ok(protectedHeader.kid)
    })
  }

  await it('oidcc-client-test-userinfo-bearer-header: userinfo tells of the same person', async () => {
    const tokens = await signIn(config, { hint })
    const { sub } = tokens.claims()
    assert.equal((await oidc.fetchUserInfo(config, tokens.access_token, sub)).sub, sub)
    await assert.rejects(oidc.fetchUserInfo(config, `${tokens.access_token}x`, sub), { code: 'OAUTH_WWW_AUTHENTICATE_CHALLENGE' })
  })

  await it('two persons are two subjects, one person is one', async () => {
    const subject = async (person) => (await signIn(config, { hint, person })).claims().sub
    const [kari, again, ola] = [await subject('kari'), await subject('kari'), await subject('ola')]
    assert.equal(kari, again)
    assert.notEqual(kari, ola)
  })

  await it('the level that was reached is told, not the one that was asked for', async () => {
    const tokens = await signIn(config, { hint, level: 'idporten-loa-substantial', reaches: 'idporten-loa-high' })
    assert.equal(tokens.claims().acr, 'idporten-loa-high')
  })

  await it('access_denied comes with state and iss', async () => {
    const attempt = await begin(config, { hint })
    await assert.rejects(finish(attempt, await new Browser().cancel(attempt.url)), { error: 'access_denied' })
  })

  await it('fapi2-security-profile-final-client-test-happy-path-no-dpop-nonce: tokens bound to a key', async () => {
    const DPoP = await proofs(config)
    const tokens = await signIn(config, { hint, DPoP })
    assert.equal(tokens.token_type, 'dpop')
    const next = await renew(config, tokens.refresh_token, DPoP)
    assert.equal(next.token_type, 'dpop')
    await ended(renew(config, next.refresh_token))
    await ended(renew(config, next.refresh_token, await proofs(config)))
    await renew(config, next.refresh_token, DPoP)
  })

  await it('a bound token without its proof opens nothing', async () => {
    const tokens = await signIn(config, { hint, DPoP: await proofs(config) })
    const { status } = await fetch(metadata.userinfo_endpoint, { headers: { authorization: `Bearer ${tokens.access_token}` } })
    assert.equal(status, 401)
  })

  const bound = await signIn(config, { hint, DPoP: await proofs(config) })
  const answer = await fetch(metadata.userinfo_endpoint, { headers: { authorization: `DPoP ${bound.access_token}` } })
  if (answer.headers.get('www-authenticate')?.toLowerCase().startsWith('dpop')) {
    await it('userinfo with a proof', async () => {
      const DPoP = await proofs(config)
      const tokens = await signIn(config, { hint, DPoP })
      const { sub } = tokens.claims()
      assert.equal((await oidc.fetchUserInfo(config, tokens.access_token, sub, { DPoP })).sub, sub)
    })
  } else {
    skip(`${name}: userinfo with a proof`, 'it takes no bound tokens there')
  }

  await it('fapi2-security-profile-final-client-test-happy-path: a nonce is wanted once, then known, or told with the push', async () => {
    await sandbox.control({ twists: ['dpop_nonce'] })
    const { pathname } = new URL(metadata.token_endpoint)
    const asked = async (pushed) => {
      const DPoP = await proofs(config)
      const attempt = await begin(config, { hint, DPoP, pushed })
      const redirect = await new Browser().signIn(attempt.url, 'kari')
      let tokens
      const first = await sandbox.asked(pathname, async () => {
        tokens = await finish(attempt, redirect)
      })
      const second = await sandbox.asked(pathname, () => renew(config, tokens.refresh_token, DPoP))
      return [first.length, second.length]
    }
    assert.deepEqual(await asked(false), [2, 1])
    assert.deepEqual(await asked(true), [1, 1])
    await sandbox.control({ clear: true })
  })

  await it('a code with another verifier is refused, and spent by it', async () => {
    const attempt = await begin(config, { hint })
    const redirect = await new Browser().signIn(attempt.url, 'kari')
    const wrong = { ...attempt, checks: { ...attempt.checks, pkceCodeVerifier: oidc.randomPKCECodeVerifier() } }
    await ended(finish(wrong, redirect))
    await ended(finish(attempt, redirect))
  })

  // RFC 9449 §10 and §10.1: a server that knows both takes the thumbprint as well as a proof with the pushed request.
  const takenByAnotherKey = async (told) => {
    const attempt = await begin(config, { hint, ...told })
    const redirect = await new Browser().signIn(attempt.url, 'kari')
    return finish({ ...attempt, options: { DPoP: await proofs(config) } }, redirect)
  }
  await it('a code with another key than dpop_jkt told of is refused', async () => {
    const dpop_jkt = await (await proofs(config)).calculateThumbprint()
    await ended(takenByAnotherKey({ dpop_jkt }))
  })
  await it('a code with another key than the pushed request was proven with is refused', async () => {
    await ended(takenByAnotherKey({ DPoP: await proofs(config) }))
  })

  await it('a code that comes again is refused, and ends what came of it', async () => {
    const attempt = await begin(config, { hint })
    const redirect = await new Browser().signIn(attempt.url, 'kari')
    const tokens = await finish(attempt, redirect)
    await ended(finish(attempt, redirect))
    await ended(renew(config, tokens.refresh_token))
  })

  await it('a request_uri is good once', async () => {
    const { url } = await begin(config, { hint })
    await new Browser().signIn(url, 'kari')
    assert.equal((await new Browser().open(url)).status, 400)
  })

  await it('oidcc-client-test-refresh-token: rotated, and still the same person', async () => {
    const tokens = await signIn(config, { hint })
    const next = await renew(config, tokens.refresh_token)
    assert.notEqual(next.refresh_token, tokens.refresh_token)
    assert.notEqual(next.access_token, tokens.access_token)
    const [was, is] = [await verified(tokens.id_token), await verified(next.id_token)].map(({ payload }) => payload)
    assert.deepEqual([is.sub, is.acr, is.auth_time], [was.sub, was.acr, was.auth_time])
  })

  await it('a refresh token that was used ends the session, for the newer one as well', async () => {
    const { refresh_token: first } = await signIn(config, { hint })
    const { refresh_token: second } = await renew(config, first)
    await ended(renew(config, first))
    await ended(renew(config, second))
  })

  await it('revocation ends the session; a token that nobody knows is no error', async () => {
    const tokens = await signIn(config, { hint })
    await oidc.tokenRevocation(config, tokens.refresh_token)
    await ended(renew(config, tokens.refresh_token))
    await oidc.tokenRevocation(config, 'a-token-that-nobody-knows')
  })

  await it('oidcc-client-test-rp-init-logout: ends on its page, or back with state', async () => {
    const tokens = await signIn(config, { hint })
    const parameters = { post_logout_redirect_uri: PARTED, state: oidc.randomState(), id_token_hint: tokens.id_token }
    const url = oidc.buildEndSessionUrl(config, parameters)
    assert.equal(url.searchParams.get('client_id'), CLIENT)
    const back = await new Browser().open(url.href)
    if (typeof back === 'string') assert.equal(back, `${PARTED}?state=${parameters.state}`)
    else assert.equal(back.status, 200)
  })

  await it('requests that are wrong are refused at once', async () => {
    const pushing = (more) => begin(config, { hint, ...more })
    for (const [more, error] of [
      [{ redirect_uri: 'https://app.invalid/innlogget' }, 'invalid_request'],
      [{ scope: 'openid nb:everything' }, 'invalid_scope'],
      [{ code_challenge_method: 'plain' }, 'invalid_request'],
      [{ response_type: 'token' }, 'unsupported_response_type'],
      [{ level: 'idporten-loa-nothing' }, 'invalid_request'],
    ]) {
      await assert.rejects(pushing(more), { error, status: 400 }, JSON.stringify(more))
    }
  })
}
