import { Agent, request } from 'node:http';

/** Posts JSON over kept-alive connections to a server of this machine. */
export interface JsonClient {
  /** The body of the answer; throws for a status of 400 or more. */
  post(path: string, body: unknown): Promise<string>;
  close(): void;
}

export function createJsonClient(url: string, connections: number): JsonClient {
  const { hostname, port } = new URL(url);
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return {
    post(path, body) {
      const text = JSON.stringify(body);
      const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
      return new Promise((resolve, reject) => {
        const sent = request({ hostname, port, agent, method: 'POST', path, headers }, (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => {
            const reply = Buffer.concat(chunks).toString();
            if ((response.statusCode ?? 500) < 400) resolve(reply);
            else reject(new Error(`${path} answered ${response.statusCode}: ${reply}`));
          });
        });
        sent.on('error', reject);
        sent.end(text);
      });
    },
    close: () => agent.destroy(),
  };
}
