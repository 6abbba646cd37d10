import { describe, expect, test } from 'vitest'
import { isReactScript } from '../../../../lib/delivery/scripts/react-scripts'

const START = '(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push('

describe('isReactScript', () => {
  test.each([
    ['flight data', 'self.__next_f.push([1,"a"])'],
    [
      "Turbopack's list of chunks",
      `${START}{"otherChunks":["static/chunks/a-1.js"],"runtimeModuleIds":[94553]});`,
    ],
  ])('accepts %s', (_, code) => expect(isReactScript(code)).toBe(true))

  test.each([
    ['a call behind flight data', 'self.__next_f.push([1,"a"]);alert(1)'],
    ['code in the list of chunks', `${START}{"otherChunks":[],"runtimeModuleIds":[alert(1)]});`],
    ['a chunk of another site', `${START}{"otherChunks":["//other.example/a.js"]});`],
    ['another key', `${START}{"otherChunks":[],"run":"alert(1)"});`],
    ['a script of an author', 'document.title = 1'],
  ])('rejects %s', (_, code) => expect(isReactScript(code)).toBe(false))
})
