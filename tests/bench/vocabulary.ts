/** Words of technical prose, the most frequent first: `zipf` draws them as often as real texts do. */
export const VOCABULARY =
  `the to a of and is in it that for this you we be with on as are not have can if but or an at by from
will was so when all your which do there one what then more has our out just how some use time up other like would about only
make no they code my using also get new these than now because any its work first into need need way data function value
file two return class could want different being same run even method user very should here system example between server
where most test object set while name each know problem after where change used add call list since before write read such
language number version still library point case default type page however simple line error string result instead process
memory program request thread query project build without thing state event model message client support every start through
open application database table module public possible local interface works control take version layer package network array
access start compiler small return output image order node input might back variable much large key index loop many step
cache latency throughput replica partition consensus scheduler allocator queue branch commit deployment container
configuration dependency parser syntax token grammar macro closure iterator generics trait pointer reference ownership
lifetime garbage collector runtime kernel syscall socket protocol handshake certificate encryption signature hash
checksum benchmark profile regression snapshot migration schema transaction isolation deadlock mutex semaphore channel
callback promise coroutine stream buffer packet timeout retry backoff circuit breaker monitoring alert dashboard metric
tracing incident rollback pipeline artifact registry manifest template component render layout stylesheet selector
accessibility keyboard contrast typography viewport harbour tide lighthouse workshop kitchen bicycle mountain weather
winter morning coffee letter journey neighbour garden notebook pencil library river station platform ticket`.split(
    /\s+/,
  )

/** Languages of code blocks, with the frequencies of engineering blogs. */
export const LANGUAGES = [
  ...['bash', 'bash', 'bash', 'js', 'js', 'js', 'ts', 'python', 'python', 'ruby', 'ruby', 'rust', 'go'],
  ...['java', 'html', 'css', 'json', 'yaml', 'sql', 'c', 'cpp', 'csharp', 'clojure', 'haskell', 'diff', ''],
]
