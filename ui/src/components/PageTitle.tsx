import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface PageTitleProps {
  /** Shown as the heading. */
  children: ReactNode;
  /** Names the thing in the browser's tab. */
  title: string;
  /** Errors on the page, said in front of the tab's title. */
  errors?: number;
}

/** The page's only h1. It names the tab and takes the focus when the page opens. */
export function PageTitle({ children, title, errors = 0 }: PageTitleProps) {
  const { t } = useTranslation('ui');
  const heading = useRef<HTMLHeadingElement>(null);
  const product = t('productName');
  useEffect(() => {
    document.title = `${errors > 0 ? `(${errors}) ` : ''}${title}, ${product}`;
  }, [title, errors, product]);
  useEffect(() => {
    const active = document.activeElement;
    if (active === null || active === document.body) heading.current?.focus();
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
