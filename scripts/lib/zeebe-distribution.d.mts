/** The Java that can run a broker. Throws ZeebeMissing. */
export function findJava(): string;
