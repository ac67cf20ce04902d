/** The id of a field's control in the page, from its pointer. */
export function fieldId(path: string): string {
  return `field${path.replaceAll('/', '-')}`;
}

/** Focuses the field, or the first control inside it; false when it is not on the page. */
export function focusField(path: string): boolean {
  const element = document.getElementById(fieldId(path));
  if (!element) return false;
  const target = element.matches(focusable) ? element : (element.querySelector<HTMLElement>(focusable) ?? element);
  target.scrollIntoView?.({ block: 'center' });
  target.focus();
  return true;
}

const focusable = 'input, textarea, select, button, [tabindex]';
