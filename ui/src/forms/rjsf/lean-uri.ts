/** rjsf resolves addresses of schemas that refer to each other; the layout of a section refers to nothing. */
const noAddresses = { resolve: (_base: string, reference: string) => reference };

export default noAddresses;
