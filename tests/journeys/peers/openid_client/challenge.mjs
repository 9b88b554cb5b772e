// The card number's door (draft-ietf-oauth-first-party-apps-04) with fetch, and what comes of its codes with openid-client.
import assert from 'node:assert/strict'
import * as jose from 'jose'
import * as oidc from 'openid-client'
import { CLIENT, discover, proofs } from './client.mjs'
import { check, skip } from './count.mjs'

export async function challenge(issuer, { card, credentials }) {
  const config = await discover(issuer)
  const { authorization_challenge_endpoint: door, jwks_uri } = config.serverMetadata()
  if (!door || !credentials) return skip('card number', 'discovery names no authorization_challenge_endpoint')
  const keys = jose.createRemoteJWKSet(new URL(jwks_uri))
  const ask = async (form) => {
    const answer = await fetch(door, { method: 'POST', body: new URLSearchParams({ client_id: CLIENT, ...form }) })
    return { status: answer.status, ...(await answer.json()) }
  }

  // The first form; gives the attempt's values with what was answered.
  const knock = async (secrets, level = 'idporten-loa-low', more = {}) => {
    const verifier = oidc.randomPKCECodeVerifier()
    const nonce = oidc.randomNonce()
    const code_challenge = await oidc.calculatePKCECodeChallenge(verifier)
    const scope = 'openid profile nb:bibliotekkortet'
    const form = { scope, nonce, code_challenge, code_challenge_method: 'S256', acr_values: level, username: card.number }
    return { verifier, nonce, said: await ask({ ...form, ...secrets, ...more }) }
  }
  const redeem = (code, verifier, DPoP) =>
    oidc.genericGrantRequest(config, 'authorization_code', { code, code_verifier: verifier }, { DPoP })
  const claims = async (tokens) => {
    const { payload } = await jose.jwtVerify(tokens.id_token, keys, { issuer, audience: CLIENT, algorithms: ['RS256'] })
    return payload
  }
  const { pin, password, otp } = credentials

  for (const [what, secrets, level] of [
    ['a PIN', { pin }, 'idporten-loa-low'],
    ['a password', { password }, 'idporten-loa-substantial'],
  ]) {
    await check(`card number: ${what} for a code, the code for tokens of ${level}`, async () => {
      const { said, nonce, verifier } = await knock(secrets, level)
      assert.equal(said.status, 200, said.error)
      const told = await claims(await redeem(said.authorization_code, verifier))
      assert.deepEqual([told.acr, told.nonce], [level, nonce])
    })
  }

  await check('card number: a PIN and a one-time code reach substantial', async () => {
    const { said, verifier } = await knock({ pin }, 'idporten-loa-substantial')
    assert.equal(said.error, 'insufficient_authorization')
    const wrong = await ask({ auth_session: said.auth_session, otp: '000000' })
    assert.equal(wrong.authorization_code, undefined)
    const right = await ask({ auth_session: wrong.auth_session ?? said.auth_session, otp })
    assert.equal(right.status, 200, right.error)
    assert.equal((await claims(await redeem(right.authorization_code, verifier))).acr, 'idporten-loa-substantial')
  })

  await check('card number: level high is for the web', async () => {
    const { said } = await knock({ password }, 'idporten-loa-high')
    assert.deepEqual([said.status, said.error], [403, 'redirect_to_web'])
  })

  await check('card number: a wrong PIN and an unknown card are answered alike, without a code', async () => {
    const { said: wrong } = await knock({ pin: '0000' })
    const { said: unknown } = await knock({ pin }, undefined, { username: 'N000000001' })
    assert.ok(wrong.status >= 400 && wrong.status < 500)
    assert.deepEqual(wrong, unknown)
    assert.equal(wrong.authorization_code, undefined)
  })

  await check('card number: codes hold to verifier and key as those of the browser', async () => {
    const DPoP = await proofs(config)
    const bound = async () => knock({ pin }, undefined, { dpop_jkt: await DPoP.calculateThumbprint() })
    const refused = (work) => assert.rejects(work, { error: 'invalid_grant' })
    const [one, two, three] = [await bound(), await bound(), await bound()]
    assert.equal((await redeem(one.said.authorization_code, one.verifier, DPoP)).token_type, 'dpop')
    await refused(redeem(one.said.authorization_code, one.verifier, DPoP))
    await refused(redeem(two.said.authorization_code, oidc.randomPKCECodeVerifier(), DPoP))
    await refused(redeem(three.said.authorization_code, three.verifier, await proofs(config)))
  })
}
