import { AsyncLocalStorage } from 'node:async_hooks';
import { Sequelize } from 'sequelize';

type Context = Map<string, unknown>;

const storage = new AsyncLocalStorage<Context>();

/**
 * The namespace in which Sequelize keeps the transaction of the current unit of work. Sequelize was written for
 * cls-hooked; AsyncLocalStorage does the same, so models and bound statements join the unit of work by themselves.
 */
export const unitOfWork = {
  get(key: string): unknown {
    return storage.getStore()?.get(key);
  },
  set(key: string, value: unknown): void {
    storage.getStore()?.set(key, value);
  },
  run(work: (context: Context) => void): void {
    const context: Context = new Map(storage.getStore());
    storage.run(context, work, context);
  },
  bind<T>(work: T): T {
    return work;
  },
};

/** Runs `work` outside of any unit of work: what it writes is committed whatever becomes of the caller's. */
export function outsideUnitOfWork<T>(work: () => T): T {
  return storage.run(new Map(), work);
}

Sequelize.useCLS(unitOfWork);
