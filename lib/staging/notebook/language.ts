/**
 * The language of a code cell: that of the kernel, or of the cell's magic command (`%%bash`).
 * @see https://ipython.readthedocs.io/en/stable/interactive/magics.html#cell-magics
 */
export function languageOf(source: string, kernel: string): string {
  const magic = /^\s*%%(\w+)/.exec(source)?.[1]?.toLowerCase()
  return (magic && MAGICS.get(magic)) ?? nameOf(kernel)
}

const MAGICS = new Map([
  ['bash', 'bash'],
  ['sh', 'bash'],
  ['script', 'bash'],
  ['html', 'html'],
  ['svg', 'xml'],
  ['javascript', 'javascript'],
  ['js', 'javascript'],
  ['latex', 'latex'],
  ['markdown', 'markdown'],
  ['perl', 'perl'],
  ['ruby', 'ruby'],
  ['sql', 'sql'],
  ['bigquery', 'sql'],
  ['r', 'r'],
])

/** Names of kernels that are not names of languages; without one it is IPython, as it was before version 4. */
function nameOf(kernel: string): string {
  const name = kernel.toLowerCase()
  if (name === '') return 'python'
  return KERNELS.get(name) ?? name.replace(/^c\+\+\d*$/, 'cpp').replace(/^(?:i?python|sage\w*)\d*$/, 'python')
}

const KERNELS = new Map([
  ['c#', 'csharp'],
  ['f#', 'fsharp'],
  ['.net', 'csharp'],
  ['octave', 'matlab'],
  ['powershell', 'powershell'],
  ['pwsh', 'powershell'],
  ['wolfram language', 'wolfram'],
])
