import type { GeneratedForm } from '../generated-form.ts';

type Show = (section?: string) => void;

/** Resolves after the frame that shows what was rendered has been painted. */
const painted = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));

async function untilFields(count: number): Promise<void> {
  while (document.querySelectorAll('#root input, #root select, #root textarea').length < count) await painted();
  await painted();
}

/**
 * Gives the page's driver two functions: `prepare` loads what a form needs, `show` renders it or one of its sections and
 * answers with the milliseconds until at least `fields` inputs are painted.
 */
export function answerRequests(load: (form: GeneratedForm, validatorUrl: string) => Promise<Show>): void {
  let render: Show | undefined;
  Object.assign(globalThis, {
    async prepare(form: GeneratedForm, validatorUrl: string) {
      render = await load(form, validatorUrl);
    },
    async show(fields: number, section?: string) {
      const started = performance.now();
      render?.(section);
      await untilFields(fields);
      return performance.now() - started;
    },
  });
}
