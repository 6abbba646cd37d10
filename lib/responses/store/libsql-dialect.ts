import type { InArgs, InStatement } from '@libsql/client'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'

/**
 * Kysely on a libSQL client. `@libsql/kysely-libsql` pins an old client, and does not support what a file needs: a
 * single connection, used in turn, and reopened after `SQLITE_BUSY`, which may leave it in an unfinished transaction.
 *
 * @param options.connections the number of concurrent statements or transactions: one for a file, some for a server
 * @param options.onOpen runs after the connection is opened or reopened
 */
export function libsqlDialect(options: LibsqlOptions): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new LibsqlDriver(options),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

/** Whether another connection holds the file. */
export function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')
}

class LibsqlDriver implements Driver {
  readonly #options: LibsqlOptions
  readonly #queue: (() => void)[] = []
  #taken = 0

  constructor(options: LibsqlOptions) {
    this.#options = options
  }

  async init(): Promise<void> {
    await this.#options.onOpen?.(this.#options.client)
  }

  async acquireConnection(): Promise<LibsqlConnection> {
    await this.#takeTurn()
    return new LibsqlConnection(this.#options.client)
  }

  async beginTransaction(connection: LibsqlConnection): Promise<void> {
    await connection.begin()
  }

  async commitTransaction(connection: LibsqlConnection): Promise<void> {
    await connection.end('commit')
  }

  async rollbackTransaction(connection: LibsqlConnection): Promise<void> {
    await connection.end('rollback')
  }

  async releaseConnection(connection: LibsqlConnection): Promise<void> {
    try {
      await connection.close()
      if (connection.wasBusy) {
        await this.#options.client.reconnect()
        await this.#options.onOpen?.(this.#options.client)
      }
    } finally {
      this.#passOn()
    }
  }

  async destroy(): Promise<void> {
    await this.#options.client.close()
  }

  /** First come, first served: a waiting writer is never overtaken. */
  #takeTurn(): Promise<void> | undefined {
    if (this.#taken >= this.#options.connections) return new Promise((resolve) => this.#queue.push(resolve))
    this.#taken++
    return undefined
  }

  #passOn(): void {
    const next = this.#queue.shift()
    if (next) next()
    else this.#taken--
  }
}

class LibsqlConnection implements DatabaseConnection {
  readonly #client: SqlClient
  #transaction: SqlTransaction | undefined
  wasBusy = false

  constructor(client: SqlClient) {
    this.#client = client
  }

  /**
   * `BEGIN IMMEDIATE`: a writer takes the lock at the start, and does not fail later because another one wrote
   * meanwhile.
   */
  async begin(): Promise<void> {
    this.#transaction = await this.#watch(this.#client.begin())
  }

  async end(how: 'commit' | 'rollback'): Promise<void> {
    const transaction = this.#transaction
    if (transaction) await this.#watch(transaction.end(how))
    this.#transaction = undefined
  }

  /** Ends a failed transaction. */
  async close(): Promise<void> {
    await this.#transaction?.end('rollback').catch(() => {})
    this.#transaction = undefined
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const result = await this.#watch(
      (this.#transaction ?? this.#client).execute({ sql, args: parameters as InArgs }),
    )
    return {
      rows: result.rows as Row[],
      numAffectedRows: BigInt(result.rowsAffected),
      insertId: result.lastInsertRowid,
    }
  }

  // biome-ignore lint/correctness/useYield: Kysely requires a generator, and nothing here streams
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('Reading in a stream is not supported.')
  }

  async #watch<T>(work: Promise<T>): Promise<T> {
    try {
      return await work
    } catch (error) {
      this.wasBusy ||= isBusy(error)
      throw error
    }
  }
}

/** The client that the dialect needs: libSQL's for a server, or the thread that holds a file. */
export interface SqlClient extends SqlRunner {
  begin(): Promise<SqlTransaction>
  reconnect(): Promise<void>
  close(): Promise<void>
}

export interface SqlTransaction extends SqlRunner {
  end(how: 'commit' | 'rollback'): Promise<void>
}

export interface SqlResult {
  rows: Record<string, unknown>[]
  rowsAffected: number
  lastInsertRowid: bigint | undefined
}

interface SqlRunner {
  execute(statement: InStatement): Promise<SqlResult>
}

interface LibsqlOptions {
  client: SqlClient
  connections: number
  onOpen?: (client: SqlClient) => Promise<unknown>
}
