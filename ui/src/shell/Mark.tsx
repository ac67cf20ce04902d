/** The product's mark: two people under one roof. */
export function Mark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" fill="#0058d2" />
      <path d="M6 15.500L16 7l10 8.500" fill="none" stroke="#fff" strokeWidth="2.500" strokeLinecap="round" />
      <circle cx="12" cy="18" r="2.500" fill="#fff" />
      <circle cx="20" cy="18" r="2.500" fill="#a5c5ef" />
      <path d="M7.500 26c0-3 2-4.500 4.500-4.500s4.500 1.500 4.500 4.500z" fill="#fff" />
      <path d="M17.500 26c.2-3 1.300-4.500 2.500-4.500 2.500 0 4.500 1.500 4.500 4.500z" fill="#a5c5ef" />
    </svg>
  );
}
