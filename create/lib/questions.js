import { spawnSync } from 'node:child_process'
import { createInterface } from 'node:readline/promises'

/**
 * Asks for the settings that every blog needs. Enter accepts the answer in brackets.
 * @param {{ title: string, isSilent: boolean }} options `isSilent` accepts all of them, like a run without a terminal
 * @returns {Promise<{ title: string, author: string, url: string, language: string }>}
 */
export async function askQuestions({ title, isSilent }) {
  const defaults = { title, author: gitName() || 'Your name', url: '', language: systemLanguage() }
  if (isSilent || !process.stdin.isTTY) return defaults
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  /** @param {string} question @param {string} value @param {(answer: string) => boolean} isValid */
  async function ask(question, value, isValid = () => true) {
    for (;;) {
      const answer = (await terminal.question(`${question}${value ? ` [${value}]` : ''}: `)).trim() || value
      if (isValid(answer)) return answer
      console.log('That is not possible.')
    }
  }
  const answers = {
    title: await ask('What is your blog called?', defaults.title),
    author: await ask('Your name?', defaults.author),
    url: await ask('Its URL, if you know it', '', (url) => url === '' || /^https?:\/\//.test(url)),
    language: await ask('In which language do you write?', defaults.language, isLanguage),
  }
  terminal.close()
  return answers
}

function gitName() {
  return spawnSync('git', ['config', 'user.name'], { encoding: 'utf8' }).stdout?.trim()
}

/** `de-DE` of the system is `de`: spelling and hyphenation need no country. */
function systemLanguage() {
  return Intl.DateTimeFormat().resolvedOptions().locale.split('-')[0] ?? 'en'
}

/** @param {string} tag */
function isLanguage(tag) {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}
