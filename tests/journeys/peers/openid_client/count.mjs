// Checks by name, counted as ./check reads them.
let passed = 0
let failed = 0
let left = 0

export async function check(name, work) {
  try {
    await work()
    passed += 1
    console.log(`ok    ${name}`)
  } catch (error) {
    failed += 1
    console.log(`FAIL  ${name}`)
    console.log(`      ${error.code ?? ''} ${error.error ?? ''} ${error.message}`.replaceAll('\n', '\n      '))
  }
}

export function skip(name, reason) {
  left += 1
  console.log(`skip  ${name}: ${reason}`)
}

// The line that counts. No check at all is a failure.
export function end() {
  console.log(`${passed} passed, ${failed} failed, ${left} skipped`)
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0
}
