import type { Benchmark } from './benchmark.ts';
import { p12Validation } from './p12-validation.ts';

export const benchmarks: readonly Benchmark[] = [p12Validation];
