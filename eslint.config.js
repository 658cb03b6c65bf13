import tseslint from 'typescript-eslint'

/** Powers and the ambient clock and dice differ between machines, so results may not depend on them. */
const irreproducible = [
  {
    selector: "BinaryExpression[operator='**']:not([right.value=2])",
    message: 'Use pow of engine/numerics: ** differs between Node versions.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name=/^(pow|random)$/]",
    message: 'Use engine/numerics or a keyed draw.',
  },
]

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'results/', 'eslint.config.js'] },
  tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: { project: './test/tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      'no-restricted-syntax': ['error', ...irreproducible],
      '@typescript-eslint/restrict-template-expressions': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
)
