import { TestEnvironment } from 'jest-environment-jsdom';

/** jsdom with what it lacks of a browser and Node has: the classes that fetch answers with. */
export default class BrowserEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    Object.assign(this.global, { Headers, Request, Response, structuredClone });
  }
}
