// @ts-check
/**
 * Holds the connection to a database file in a thread, because libSQL blocks its thread while it waits for the disk:
 * the server's thread continues to answer readers. Plain JavaScript, so that Node runs it in a bundled server as well
 * as in tsx. It handles one request after the other: {@link ./file-client.ts} sends them in order.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { createClient } from '@libsql/client'

const client = createClient({ url: `file:${workerData.path}`, concurrency: 1, timeout: workerData.timeout })
/** @type {import('@libsql/client').Transaction | undefined} */
let transaction

parentPort?.on('message', async ({ id, work, statement }) => {
  try {
    parentPort?.postMessage({ id, result: await act(work, statement) })
  } catch (error) {
    parentPort?.postMessage({ id, error: plain(error) })
  }
  if (work === 'close') parentPort?.close()
})

/**
 * @param {import('./file-client').Work} work
 * @param {import('@libsql/client').InStatement} statement
 */
async function act(work, statement) {
  if (work === 'begin') transaction = await client.transaction('write')
  else if (work === 'commit') await transaction?.commit()
  else if (work === 'rollback') await transaction?.rollback()
  else if (work === 'reconnect') await client.reconnect()
  else if (work === 'close') client.close()
  else return toPlain(await (transaction ?? client).execute(statement))
  if (work !== 'begin') {
    transaction?.close()
    transaction = undefined
  }
  return undefined
}

/**
 * @param {import('@libsql/client').ResultSet} result whose rows are arrays with extra properties, which a message would
 * lose
 */
function toPlain({ columns, rows, rowsAffected, lastInsertRowid }) {
  return {
    rows: rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at]]))),
    rowsAffected,
    lastInsertRowid,
  }
}

/** @param {unknown} error which would lose its `code` in a message */
function plain(error) {
  if (!(error instanceof Error)) return { message: String(error) }
  return { message: error.message, code: 'code' in error ? String(error.code) : undefined }
}
