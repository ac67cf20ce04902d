import type { Command } from '@esocial/ui/palette/match-command.ts';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { links } from '../../shared/links.ts';
import { searchPersons } from '../../shared/search/search-persons.ts';
import { useMay } from '../../shared/session/SessionContext.ts';

const caseNumber = /^[\p{L}]{0,4}[-\s]?\d[\d\-/]*$/u;

/** Offers to look for what was typed among persons and, when it looks like a number, among cases. */
export function useSearchCommands(): (text: string) => Command[] {
  const { t } = useTranslation('navigation');
  const [, navigate] = useLocation();
  const mayPersons = useMay('person.search');
  const mayCases = useMay('case.read');
  return (text) => [
    ...(mayPersons && text.length > 1
      ? [
          {
            id: 'search-persons',
            label: t('palette.searchPersons', { text }),
            group: t('palette.search'),
            run: () => void searchPersons(text).then((found) => navigate(links.personSearch(found.searchId))),
          },
        ]
      : []),
    ...(mayCases && caseNumber.test(text)
      ? [
          {
            id: 'search-cases',
            label: t('palette.searchCases', { text }),
            group: t('palette.search'),
            run: () => navigate(links.cases({ q: text })),
          },
        ]
      : []),
  ];
}
