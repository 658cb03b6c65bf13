/**
 * What a mutation run changes: signs and operations of the equations, one at a time.
 *
 * Not equations, and left alone: indices and sizes of arrays, headers of loops, texts, types, and
 * −1 where it stands for no agent.
 * @module
 */
import ts from 'typescript'

/** A change of one place of one file. */
export interface Mutant {
  readonly file: string
  readonly line: number
  /** Where the change is, as characters from the start of the file. */
  readonly start: number
  readonly end: number
  readonly becomes: string
  /** The changed expression as it stands, in one line. */
  readonly code: string
  /** Which of the same expressions of the file. */
  readonly nth: number
  /** The change in words: `+ → −`. */
  readonly change: string
  /** The change as one that `switch.ts` turns on: texts in place of parts, `#` for the mutant's number. */
  readonly switched: readonly Edit[]
}

/** Text that takes the place of a part of a file. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** What takes an operator's place, and the operation of the switch. */
const SWAPPED = new Map([
  [ts.SyntaxKind.PlusToken, ['-', 'add']],
  [ts.SyntaxKind.MinusToken, ['+', 'take']],
  [ts.SyntaxKind.PlusEqualsToken, ['-=', 'sum']],
  [ts.SyntaxKind.MinusEqualsToken, ['+=', 'sum']],
  [ts.SyntaxKind.AsteriskToken, ['/', 'times']],
  [ts.SyntaxKind.SlashToken, ['*', 'over']],
  [ts.SyntaxKind.AsteriskEqualsToken, ['/=', 'factor']],
  [ts.SyntaxKind.SlashEqualsToken, ['*=', 'factor']],
])

const PLACING = ['at', 'copyWithin', 'padEnd', 'padStart', 'repeat', 'slice', 'splice', 'subarray']

/** Every mutant of the files, in their order. */
export function findMutants(files: readonly string[]): Mutant[] {
  const program = ts.createProgram([...files], {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    allowImportingTsExtensions: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
  })
  const checker = program.getTypeChecker()
  return files.flatMap((file) => mutantsOf(file, program.getSourceFile(file), checker))
}

function mutantsOf(
  file: string,
  tree: ts.SourceFile | undefined,
  checker: ts.TypeChecker,
): Mutant[] {
  if (tree === undefined) throw new Error('no such file')
  const found: Mutant[] = []
  const seen = new Map<string, number>()
  const at = (start: number, end: number, text: string): Edit => ({ start, end, text })
  const add = (node: ts.Node, sign: Edit, switched: readonly Edit[]): void => {
    const { start, end, text: becomes } = sign
    const code = node.getText(tree).replace(/\s+/g, ' ')
    const change = `${tree.text.slice(start, end)} → ${becomes || 'nothing'}`
    const nth = seen.get(`${code}|${change}`) ?? 0
    seen.set(`${code}|${change}`, nth + 1)
    const line = tree.getLineAndCharacterOfPosition(start).line + 1
    found.push({ file, line, start, end, becomes, code, nth, change, switched })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return
    if (ts.isBinaryExpression(node)) {
      const { left, operatorToken: sign, right } = node
      const [becomes, operation] = SWAPPED.get(sign.kind) ?? []
      if (becomes !== undefined && !isText(node, checker) && !isPlacing(node)) {
        const from = sign.getStart(tree)
        const close = at(right.end, right.end, ')')
        const open = `$${operation}(#, `
        add(
          node,
          at(from, sign.end, becomes),
          becomes.endsWith('=')
            ? [at(right.getStart(tree), right.getStart(tree), open), close]
            : [at(left.getStart(tree), left.getStart(tree), open), at(from, sign.end, ','), close],
        )
      }
    } else if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken) {
      const from = node.getStart(tree)
      if (!isPlacing(node) && (/^engine|statistics/.test(file) || !isNobody(node))) {
        add(node, at(from, from + 1, ''), [
          at(from, from + 1, '$minus(#, '),
          at(node.end, node.end, ')'),
        ])
      }
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

function isText(node: ts.BinaryExpression, checker: ts.TypeChecker): boolean {
  return (checker.getTypeAtLocation(node).flags & ts.TypeFlags.StringLike) !== 0
}

/** True of −1 as what is compared, assigned, filled in or given back where there is no agent. */
function isNobody({ operand, parent }: ts.PrefixUnaryExpression): boolean {
  if (operand.getText() !== '1') return false
  if (ts.isBinaryExpression(parent)) return !SWAPPED.has(parent.operatorToken.kind)
  if (ts.isConditionalExpression(parent)) {
    return !ts.isNumericLiteral(parent.whenTrue) && !ts.isNumericLiteral(parent.whenFalse)
  }
  if (ts.isCallExpression(parent)) return !/^Math\./.test(parent.expression.getText())
  return (
    ts.isReturnStatement(parent) ||
    ts.isVariableDeclaration(parent) ||
    ts.isPropertyAssignment(parent)
  )
}

/** True inside an index, a size, a part of an array asked for, or the header of a loop. */
function isPlacing(node: ts.Node): boolean {
  let child = node
  for (let { parent } = node; !ts.isFunctionLike(parent) && !ts.isSourceFile(parent);) {
    if (ts.isForStatement(parent)) return child !== parent.statement
    if (ts.isStatement(parent)) return false
    if (ts.isElementAccessExpression(parent) && child === parent.argumentExpression) return true
    if (ts.isNewExpression(parent) && /Array$/.test(parent.expression.getText())) return true
    if (ts.isCallExpression(parent) && child !== parent.expression) {
      const { expression: called } = parent
      if (ts.isPropertyAccessExpression(called) && PLACING.includes(called.name.text)) return true
      if (/\.fill$/.test(called.getText()) && child !== parent.arguments[0]) return true
    }
    child = parent
    ;({ parent } = parent)
  }
  return false
}
