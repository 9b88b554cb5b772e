'use strict'
// Reads numbers from standard input, one a line, and writes the verdict of @navikt/fnrvalidator: a kind or `no`.
const { idnr } = require('@navikt/fnrvalidator')
const { readFileSync } = require('node:fs')

for (const line of readFileSync(0, 'utf8').trimEnd().split('\n')) {
  const verdict = idnr(line)
  console.log(verdict.status === 'valid' ? verdict.type : 'no')
}
