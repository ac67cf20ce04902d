/** Import directions: see ARCHITECTURE.md. */
const server = '^engine/server/src/';
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'contracts-import-nothing',
      severity: 'error',
      from: { path: '^contracts/src' },
      to: { path: '^(engine|ui|designer)/' },
    },
    {
      name: 'form-core-is-pure',
      severity: 'error',
      from: { path: '^engine/form-core/src', pathNot: '\\.test\\.ts$' },
      to: { path: '^(engine/(process-core|server|workspace)|ui|designer)/' },
    },
    {
      name: 'process-core-is-pure',
      severity: 'error',
      from: { path: '^engine/process-core/src', pathNot: '\\.test\\.ts$' },
      to: { path: '^(engine/(form-core|server|workspace)|ui|designer)/' },
    },
    {
      name: 'cores-use-no-node',
      severity: 'error',
      from: { path: '^engine/(form-core|process-core)/src', pathNot: '(\\.test\\.ts$|/src/testing/)' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'ui-knows-no-application',
      severity: 'error',
      from: { path: '^ui/src', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^(engine/(process-core|server|workspace)|designer)/' },
    },
    {
      name: 'browser-never-imports-server',
      severity: 'error',
      from: { path: '^(engine/workspace|designer|ui)/src' },
      to: { path: server },
    },
    {
      name: 'features-stay-apart',
      severity: 'error',
      from: { path: '^engine/workspace/src/features/([^/]+)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^engine/workspace/src/features/([^/]+)/', pathNot: '^engine/workspace/src/features/$1/' },
    },
    {
      name: 'sequelize-only-in-stores',
      severity: 'error',
      from: { path: server, pathNot: `(${server}database/|-store\\.ts$|-read-model\\.ts$|\\.test\\.ts$)` },
      to: { path: '^node_modules/(sequelize|pg)/' },
    },
    {
      name: 'express-only-at-the-edge',
      severity: 'error',
      from: { path: server, pathNot: `(${server}(http|sessions|sandbox|app|main)|\\.test\\.ts$)` },
      to: { path: '^node_modules/express/' },
    },
    {
      // A store's type may be named where the store is handed in; only its own module and the places that compose make one.
      name: 'stores-are-private',
      severity: 'error',
      from: { path: `${server}([^/]+)/`, pathNot: '(\\.test\\.ts$|/testing/|sandbox/prepare-sandbox\\.ts$)' },
      to: {
        path: `${server}([^/]+)/.*-store\\.ts$`,
        pathNot: `(${server}$1/|${server}database/)`,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'nothing-from-tests',
      severity: 'error',
      from: { pathNot: '(\\.test\\.tsx?$|^tests/|^bench/|test-)' },
      to: { path: '\\.test\\.tsx?$' },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '(\\.(css|woff2)$|^@rjsf/core/lib/)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(/dist/|/generated/)' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
};
