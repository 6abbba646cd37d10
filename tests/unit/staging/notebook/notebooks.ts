import { type Notebook, readNotebook } from '../../../../lib/staging/notebook/read-notebook'

export const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

export function read(notebook: object): Notebook {
  return notebookOf(
    readNotebook(JSON.stringify({ metadata: {}, nbformat: 4, nbformat_minor: 5, ...notebook }), 'waves'),
  )
}

export function notebookOf(result: ReturnType<typeof readNotebook>): Notebook {
  if ('rule' in result) throw new Error(result.message)
  return result
}

export function markdown(source: string | string[]) {
  return { cell_type: 'markdown', metadata: {}, source }
}

export function code(source: string | string[], outputs: object[] = []) {
  return { cell_type: 'code', metadata: {}, execution_count: 1, source, outputs }
}

export function data(bundle: object) {
  return { output_type: 'display_data', data: bundle, metadata: {} }
}
