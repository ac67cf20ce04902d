import type { BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import { startEngine } from '../support/engine.ts';
import type { Engine } from '../support/engine.ts';
import { createFormPage } from '../support/pages/form-page.ts';
import { step } from '../support/pages/on-failure.ts';
import { registerFromField } from '../support/pages/person-dialog.ts';
import { openSession, personas, signInByPage, signOutByPage } from '../support/pages/sign-in-page.ts';
import { findPageFaults, watchConsole } from '../support/pages/visit.ts';
import { findOpenTask, fixture, prepareReferences, startCase, withReferences } from '../support/road.ts';
import { startServer } from '../support/server.ts';
import type { RunningServer } from '../support/server.ts';

jest.setTimeout(300_000);

const child = { lastName: 'Drumeanu', firstName: 'Ana', birthDate: '2015-04-12' };
const comment = (fixture('aprobare-plan/valid-returnat') as { returnComment: string }).returnComment;
const institution = { institutionId: '', name: 'Structura teritorială de asistență socială Anenii Noi' };
const data = (name: string) =>
  withReferences(fixture(name), { person: { personId: '', ...child }, institution }) as never;

describe('the road from a report to the closed case, in the browser', () => {
  let engine: Engine;
  let server: RunningServer;
  let browser: BrowserContext;
  let page: Page;
  let consoleFaults: string[];
  const pageFaults: string[] = [];
  const requests: string[] = [];
  let caseNumber = '';

  const look = async (name: string): Promise<void> => {
    pageFaults.push(...(await findPageFaults(page, `road-${name}`)));
  };
  const main = () => page.getByRole('main');

  /** Fills in the form that is open and sends it; ends at the receipt. */
  async function fillAndSend(form: string, name: string): Promise<void> {
    const view = createFormPage(page, form);
    await look(form);
    await view.fillAll(data(`${form}/${name}`), (section) => look(`${form}-${section}`));
    await look(`${form}-check`);
    await view.send();
  }

  async function completeTask(title: string, form: string, name: string): Promise<void> {
    await main().getByRole('heading', { level: 1, name: title }).waitFor();
    await fillAndSend(form, name);
    await main().getByRole('heading', { name: 'Formularul a fost înregistrat' }).waitFor();
    await look(`${form}-receipt`);
  }

  /** Opens the child's case from the list of cases. */
  async function openCase(): Promise<void> {
    await page.getByRole('link', { name: 'Cazuri', exact: true }).click();
    await main().getByRole('link', { name: caseNumber }).click();
    await main()
      .getByRole('heading', { level: 1, name: `Cazul ${caseNumber}` })
      .waitFor();
  }

  const continueWith = (title: string) =>
    main()
      .getByRole('link', { name: `Continuă cu: ${title}` })
      .click();

  beforeAll(async () => {
    // With PROCESS_ENGINE=zeebe the same road is walked on a real broker.
    engine = await startEngine();
    server = await startServer({ environment: engine.environment });
    browser = await openBrowser();
    page = await browser.newPage();
    page.setDefaultTimeout(10_000);
    consoleFaults = watchConsole(page);
    page.on('request', (request) => requests.push(request.url()));
  });

  afterAll(async () => {
    await browser?.close();
    await server?.dispose();
    await engine?.stop();
  });

  it('is walked by the caseworker and the supervisor', async () => {
    await step(page, 'sign in and begin', async () => {
      await signInByPage(page, server.address, personas.caseworker);
      await page.getByRole('link', { name: 'Caz nou' }).click();
      await page.getByRole('link', { name: 'Sesizare nouă' }).click();
    });
    await step(page, 'register the report of a child nobody knows yet', async () => {
      const report = createFormPage(page, 'fisa-sesizare');
      await report.goToSection('copil');
      await registerFromField(page, 'Copilul vizat de sesizare', child);
      await report.goToSection('sesizare');
      await fillAndSend('fisa-sesizare', 'valid-scoala');
      await main().getByRole('heading', { name: 'Cazul a fost deschis' }).waitFor();
      caseNumber = /[A-Z]+-[\d-]+/.exec(await main().getByText('Numărul cazului').innerText())?.[0] ?? '';
      await look('opened');
    });
    await step(page, 'initial evaluation', async () => {
      await continueWith('Evaluarea inițială');
      await main().getByRole('button', { name: 'Preia sarcina' }).click();
      await completeTask('Evaluarea inițială', 'evaluare-initiala', 'valid-confirmata');
    });
    await step(page, 'complex evaluation', async () => {
      await continueWith('Evaluarea complexă');
      await completeTask('Evaluarea complexă', 'evaluare-complexa', 'valid-neglijare');
    });
    await step(page, 'plan', async () => {
      await continueWith('Planul individual de asistență');
      await completeTask('Planul individual de asistență', 'plan-individual', 'valid-complet');
      await signOutByPage(page);
    });
    await step(page, 'the supervisor returns the plan', async () => {
      await signInByPage(page, server.address, personas.supervisor);
      await look('supervisor-home');
      await openCase();
      await main().getByRole('link', { name: 'Aprobarea planului' }).click();
      await main().getByRole('button', { name: 'Preia sarcina' }).click();
      await completeTask('Aprobarea planului', 'aprobare-plan', 'valid-returnat');
      await signOutByPage(page);
    });
    await step(page, 'the caseworker corrects the plan', async () => {
      await signInByPage(page, server.address, personas.caseworker);
      await main()
        .getByRole('link', { name: /Planul individual de asistență.*Drumeanu Ana/ })
        .click();
      await main().getByText(comment).first().waitFor();
      await look('returned');
      await page.getByRole('link', { name: 'Continuă lucrul' }).click();
      await completeTask('Planul individual de asistență', 'plan-individual', 'valid-complet');
      await signOutByPage(page);
    });
    await step(page, 'the supervisor approves the plan', async () => {
      await signInByPage(page, server.address, personas.supervisor);
      await openCase();
      await main().getByRole('link', { name: 'Aprobarea planului' }).click();
      await main().getByRole('button', { name: 'Preia sarcina' }).click();
      await completeTask('Aprobarea planului', 'aprobare-plan', 'valid-aprobat');
      await signOutByPage(page);
    });
    await step(page, 'the caseworker monitors, evaluates anew and closes', async () => {
      await signInByPage(page, server.address, personas.caseworker);
      await openCase();
      await main().getByRole('link', { name: 'Monitorizarea planului' }).click();
      await completeTask('Monitorizarea planului', 'fisa-monitorizare', 'valid-reevaluare');
      await continueWith('Reevaluarea cazului');
      await completeTask('Reevaluarea cazului', 'reevaluare', 'valid-inchidere');
      await continueWith('Închiderea cazului');
      await completeTask('Închiderea cazului', 'inchidere-caz', 'valid-obiective-atinse');
    });
    expect([...pageFaults, ...consoleFaults]).toEqual([]);
  });

  it('can be read on the page of the case: stages, events, records, deadlines, and the diagram when it is wanted', async () => {
    const openTab = (name: string) =>
      main().getByRole('navigation', { name: 'Părțile cazului' }).getByRole('link', { name, exact: true }).click();

    await step(page, 'stages', async () => {
      await openCase();
      await main().getByText('Închis', { exact: true }).first().waitFor();
      await look('case');
      const stages = await main().getByRole('list').first().getByRole('listitem').allInnerTexts();
      expect(stages.map((stage) => stage.split('\n')[0])).toEqual(
        expect.arrayContaining(['Sesizare', 'Evaluare complexă', 'Planificare', 'Reevaluare', 'Închidere']),
      );
    });
    await step(page, 'timeline', async () => {
      await openTab('Cronologie');
      await main().getByText('Caz închis').first().waitFor();
      await look('case-timeline');
    });
    await step(page, 'records', async () => {
      await openTab('Înregistrări');
      const links = main().getByRole('link', { name: 'Plan individual de asistență' });
      await links.first().waitFor();
      await look('case-records');
      await main()
        .getByRole('link', { name: /compară cu versiunea 1/ })
        .first()
        .click();
      await main()
        .getByRole('heading', { level: 1, name: /Plan individual/ })
        .waitFor();
      await look('record-compared');
      await page.goBack();
    });
    await step(page, 'deadlines with their arithmetic', async () => {
      await openTab('Termene');
      await main().getByText('Cum s-a calculat termenul').first().click();
      await main().getByText('termenul se încheie').first().waitFor();
      await look('case-deadlines');
    });
    await step(page, 'the other parts', async () => {
      for (const [tab, name] of [
        ['Documente', 'documents'],
        ['Persoane', 'persons'],
        ['Note', 'notes'],
      ] as const) {
        await openTab(tab);
        await look(`case-${name}`);
      }
    });
    await step(page, 'the diagram is loaded only now', async () => {
      const ofDiagram = () => requests.filter((url) => /diagram/i.test(url));
      expect(ofDiagram()).toEqual([]);
      await openTab('Procedura');
      await main()
        .getByRole('group', { name: /^Diagrama procedurii/ })
        .waitFor();
      await main()
        .getByRole('row', { name: /^Închiderea cazului Închidere/ })
        .waitFor();
      await look('case-process');
      expect(ofDiagram()).not.toEqual([]);
    });
    await step(page, 'the person and their case', async () => {
      await main()
        .getByRole('link', { name: /Drumeanu Ana/ })
        .click();
      await main()
        .getByRole('link', { name: new RegExp(caseNumber) })
        .waitFor();
      await look('person');
    });
    expect([...pageFaults, ...consoleFaults]).toEqual([]);
  });

  it('ends informed when the report is not confirmed', async () => {
    // given
    const client = await openSession(browser, server.address, 'caseworker');
    const references = await prepareReferences(client, 'Neconfirmatu');
    const started = await startCase(client, 'protectia-copilului', 'fisa-sesizare/valid-anonim', references);

    // when
    await step(page, 'not confirmed', async () => {
      const task = await findOpenTask(client, started.caseId, 'evaluare-initiala');
      await page.goto(`${server.address}/tasks/${task.id}`);
      await main().getByRole('button', { name: 'Preia sarcina' }).click();
      await completeTask('Evaluarea inițială', 'evaluare-initiala', 'valid-neconfirmata');
      await continueWith('Informarea sesizantului');
      await completeTask('Informarea sesizantului', 'informare-sesizare', 'valid-telefon');
    });

    // then
    await page.goto(`${server.address}/cases/${started.caseId}/timeline`);
    await main().getByText('Caz închis').first().waitFor();
    expect([...pageFaults, ...consoleFaults]).toEqual([]);
  });
});
