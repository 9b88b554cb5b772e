// Each of the sandbox's lies, and whether npm openid-client notices. Where it doesn't, the core has to: a second client that
// agrees is no proof.
import assert from 'node:assert/strict'
import { fetchUserInfo } from 'openid-client'
import { discover, proofs, renew, signIn } from './client.mjs'
import { check } from './count.mjs'

const ACCEPTED = 'accepted'
const CLAIM = 'OAUTH_JWT_CLAIM_COMPARISON_FAILED'
const TIME = 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED'
const INVALID = 'OAUTH_INVALID_RESPONSE'
const PERSON = 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED'
const KEY = 'OAUTH_KEY_SELECTION_FAILED'

// twist: [what openid-client says, the OpenID Foundation's client test that it is like]
const AT_SIGN_IN = {
  wrong_nonce: [CLAIM, 'oidcc-client-test-nonce-invalid'],
  wrong_iss: [CLAIM, 'oidcc-client-test-invalid-iss'],
  iss_trailing_slash: [CLAIM],
  wrong_aud: [CLAIM, 'oidcc-client-test-invalid-aud'],
  extra_aud: [CLAIM, 'fapi2-security-profile-final-client-test-invalid-secondary-aud'],
  azp_other: [ACCEPTED],
  expired: [TIME, 'fapi2-security-profile-final-client-test-invalid-expired-exp'],
  iat_future: [ACCEPTED],
  acr_low: [ACCEPTED],
  acr_missing: [ACCEPTED],
  amr_string: [ACCEPTED],
  bad_signature: [INVALID, 'oidcc-client-test-invalid-sig-rs256'],
  alg_none: [INVALID, 'oidcc-client-test-idtoken-sig-none'],
  unknown_kid: [KEY],
  no_kid: [ACCEPTED, 'oidcc-client-test-kid-absent-single-jwks'],
  no_id_token: [INVALID],
  sub_missing: [INVALID, 'oidcc-client-test-missing-sub'],
  pid_missing: [ACCEPTED],
  callback_wrong_iss: [INVALID, 'fapi2-security-profile-final-client-test-invalid-authorization-response-iss'],
  callback_no_iss: [INVALID, 'fapi2-security-profile-final-client-test-remove-authorization-response-iss'],
  callback_wrong_state: [INVALID, 'fapi2-security-profile-final-client-test-ensure-authorization-response-with-invalid-state-fails'],
  callback_no_state: [INVALID, 'fapi2-security-profile-final-client-test-ensure-authorization-response-with-invalid-missing-state-fails'],
  token_type_bearer: [ACCEPTED],
  no_refresh_token: [ACCEPTED],
}
const AT_RENEWAL = {
  refresh_refused: ['invalid_grant'],
  refresh_not_rotated: [ACCEPTED],
  wrong_iss: [CLAIM, 'oidcc-client-test-refresh-token-invalid-issuer'],
  wrong_aud: [CLAIM],
  expired: [TIME],
  bad_signature: [INVALID],
}

const AT_USERINFO = {
  userinfo_wrong_sub: [PERSON, 'oidcc-client-test-userinfo-invalid-sub'],
  userinfo_no_sub: [INVALID],
}

// What came of it: `accepted`, or openid-client's code, or the provider's.
async function outcome(work) {
  try {
    await work()
    return ACCEPTED
  } catch (error) {
    return error.error ?? error.code
  }
}

export async function twists(name, sandbox, issuer, hint) {
  const config = await discover(issuer)
  const with_ = async (twist, work) => {
    await sandbox.control({ twists: [twist] })
    const result = await outcome(work)
    await sandbox.control({ clear: true })
    return result
  }
  const it = ([twist, [expected, module]], when, work) => {
    const what = [`${when} ${twist}`, module].filter(Boolean).join(', ')
    return check(`${name} twisted: ${what}: ${expected}`, async () => assert.equal(await with_(twist, work), expected))
  }
  for (const row of Object.entries(AT_SIGN_IN)) {
    const DPoP = await proofs(config)
    await it(row, 'sign-in', () => signIn(config, { hint, DPoP }))
  }
  for (const row of Object.entries(AT_RENEWAL)) {
    const tokens = await signIn(config, { hint })
    await it(row, 'renewal', () => renew(config, tokens.refresh_token))
  }
  for (const row of Object.entries(AT_USERINFO)) {
    const tokens = await signIn(config, { hint })
    await it(row, 'userinfo', () => fetchUserInfo(config, tokens.access_token, tokens.claims().sub))
  }
  await check(`${name} twisted: rotate_keys, oidcc-client-test-signing-key-rotation: ${KEY} for a minute, a new client sees them`, async () => {
    const knowing = await discover(issuer)
    await signIn(knowing, { hint })
    await sandbox.control({ twists: ['rotate_keys'] })
    assert.equal(await outcome(() => signIn(knowing, { hint })), KEY)
    await signIn(await discover(issuer), { hint })
  })
  await check(`${name} twisted: no_dpop: nothing is promised`, async () => {
    await sandbox.control({ twists: ['no_dpop'] })
    assert.equal((await discover(issuer)).serverMetadata().dpop_signing_alg_values_supported, undefined)
    await sandbox.control({ clear: true })
  })
}
