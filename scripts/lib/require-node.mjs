/** Ends with a sentence when Node.js is too old to run the project. */
export function requireNode([major, minor] = [20, 19]) {
  const [ownMajor, ownMinor] = process.versions.node.split('.').map(Number);
  if (ownMajor > major || (ownMajor === major && ownMinor >= minor)) return;
  console.error(`eSocial needs Node.js ${major}.${minor} or newer; this is ${process.versions.node}.`);
  process.exit(1);
}
