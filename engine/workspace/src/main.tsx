import { createI18n } from '@esocial/ui/i18n/create-i18n.ts';
import { createRoot } from 'react-dom/client';
import '@esocial/ui/theme/styles.css';
import { createQueryClient } from './api/query-client.ts';
import { loadTexts } from './app/load-texts.ts';
import { Root } from './app/Root.tsx';
import { startLanguage } from './app/start-language.ts';
import { sessionQuery } from './features/session/api/session.ts';
import './styles/workspace.css';

async function start(): Promise<void> {
  const queries = createQueryClient();
  const session = await queries.fetchQuery({ ...sessionQuery(), retry: false }).catch(() => undefined);
  const language = startLanguage(session?.user.language);
  document.documentElement.lang = language;
  const i18n = await createI18n(language, loadTexts);
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no element #root.');
  createRoot(root).render(<Root i18n={i18n} queries={queries} />);
}

void start();
