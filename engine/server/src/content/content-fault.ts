/** One thing wrong with a content folder, said so that its author finds it. */
export interface ContentFault {
  /** Relative to the content folder, with forward slashes. */
  readonly file: string;
  /** JSON pointer into the file, or `line 12`; empty when the whole file is meant. */
  readonly path: string;
  readonly message: string;
  /** Warnings are told and do not stop anything. */
  readonly severity: 'error' | 'warning';
}

/** Takes faults of one file. */
export type Report = (path: string, message: string, severity?: ContentFault['severity']) => void;

export function reporter(faults: ContentFault[], file: string): Report {
  return (path, message, severity = 'error') => faults.push({ file, path, message, severity });
}

/** `file:path: reason`, one line. */
export function formatFault(fault: ContentFault): string {
  const place = fault.path === '' ? fault.file : `${fault.file}:${fault.path}`;
  return `${fault.severity === 'warning' ? 'warning: ' : ''}${place}: ${fault.message}`;
}

export function hasErrors(faults: readonly ContentFault[]): boolean {
  return faults.some((fault) => fault.severity === 'error');
}
