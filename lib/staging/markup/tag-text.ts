/** A tag with arguments as `readArguments` reads them; a value that is undefined is left out. */
export function writeTag(name: string, args: Readonly<Record<string, string | undefined>> = {}): string {
  const written = Object.entries(args).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}=${quote(value)}`],
  )
  return `{% ${name}${written.join('')} %}`
}

/** The tag's own end and quotes are the only characters that mean something in it. */
function quote(value: string): string {
  return `"${value.replaceAll('%}', '% }').replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}
