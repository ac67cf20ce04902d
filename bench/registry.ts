import type { Benchmark } from './benchmark.ts';
import { p12Validation } from './p12-validation.ts';
import { p9p10Forms } from './p9-p10-forms.ts';

export const benchmarks: readonly Benchmark[] = [p9p10Forms, p12Validation];
