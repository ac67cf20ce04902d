declare module 'saxen' {
  type Decode = (text: string) => string;
  type GetContext = () => { line: number; column: number };

  interface Handlers {
    openTag: (
      name: string,
      getAttributes: () => Record<string, string>,
      decode: Decode,
      selfClosing: boolean,
      getContext: GetContext,
    ) => void;
    closeTag: (name: string) => void;
    text: (text: string, decode: Decode, getContext: GetContext) => void;
    cdata: (text: string, getContext: GetContext) => void;
    error: (error: Error, getContext: GetContext) => void;
  }

  export class Parser {
    on<K extends keyof Handlers>(event: K, handler: Handlers[K]): this;
    parse(xml: string): this;
  }
}
