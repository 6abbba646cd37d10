import type { Problem } from '../model/problem'
import { wellFormed } from '../model/well-formed'

/**
 * Problems as SARIF, which GitHub code scanning and many editors read.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function formatSarif(problems: readonly Problem[]): string {
  const rules = [...new Set(problems.map(({ rule }) => rule))].sort()
  return JSON.stringify(
    {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'Quire', rules: rules.map((id) => ({ id })) } },
          // Columns are those of editors (SARIF 3.14.17).
          columnKind: 'utf16CodeUnits',
          originalUriBaseIds: { PROJECT: { description: { text: 'The folder that holds package.json.' } } },
          results: problems.map((problem) => toResult(problem, rules.indexOf(problem.rule))),
        },
      ],
    },
    null,
    2,
  )
}

function toResult({ rule, severity, file, line, column, message, hint }: Problem, ruleIndex: number) {
  return {
    ruleId: rule,
    ruleIndex,
    level: severity,
    message: { text: hint ? `${message} ${hint}` : message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: {
            uri: wellFormed(file).split('/').map(encodeURIComponent).join('/'),
            uriBaseId: 'PROJECT',
          },
          region: { startLine: line, startColumn: column },
        },
      },
    ],
  }
}
