import type { AttachmentReference } from '@esocial/contracts/generated/attachment-reference.ts';
import type { AttachmentBinding } from '@esocial/form-core/form-schema.ts';
import { useEffect, useRef, useState } from 'react';
import { useFormContext } from '../../runtime/form-context.ts';
import { fileFault, mostBytes, sizeText, typeNames } from './file-fault.ts';

export interface Upload {
  /** From 0 to 1 while a file is under way. */
  progress: number | undefined;
  fileName: string;
  /** Why the last file was not attached. */
  fault: string | undefined;
  start: (file: File) => void;
  cancel: () => void;
}

/** Sends one file and hands over its reference; leaving the form stops it. */
export function useUpload(binding: AttachmentBinding, onDone: (reference: AttachmentReference) => void): Upload {
  const { env, t, language } = useFormContext();
  const [progress, setProgress] = useState<number>();
  const [fileName, setFileName] = useState('');
  const [fault, setFault] = useState<string>();
  const abort = useRef<AbortController>(undefined);
  useEffect(() => () => abort.current?.abort(), []);

  const send = async (file: File, upload: NonNullable<typeof env.upload>) => {
    const controller = new AbortController();
    abort.current = controller;
    setProgress(0);
    try {
      onDone(await upload(file, { signal: controller.signal, onProgress: setProgress }));
    } catch (error) {
      if (!controller.signal.aborted)
        setFault(t('attachment.failed', { file: file.name, reason: (error as Error).message }));
    } finally {
      setProgress(undefined);
    }
  };
  return {
    progress,
    fileName,
    fault,
    cancel: () => abort.current?.abort(),
    start: (file) => {
      const kind = fileFault(file, binding);
      const size = sizeText(Math.min(binding.maxSize ?? mostBytes, mostBytes), language);
      setFileName(file.name);
      setFault(
        kind &&
          t(`attachment.fault.${kind}`, {
            file: file.name,
            types: typeNames(binding.accept),
            size,
            actual: sizeText(file.size, language),
          }),
      );
      if (!kind && env.upload) void send(file, env.upload);
    },
  };
}
