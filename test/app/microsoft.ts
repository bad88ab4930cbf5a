import { expect } from 'vitest';
import { type Desktop, startDesktop } from '../../build/desktop.mjs';
import type { LaunchedApp } from '../../build/launch.mjs';
import { until } from '../../build/until.mjs';
import type { SimulatorCore, SimulatorOptions } from '../../electron/simulator/simulator.ts';
import { launchPresently, type PresentlyParts } from '../desktop/launch.ts';
import { type Organisation, startOrganisation } from '../desktop/organisation.ts';
import { checkRequest } from '../fakes/openapi.ts';

/** A desktop, and an organisation at Microsoft 365 whose people work at it. */
export interface Workplace extends Omit<Organisation, 'close'> {
  readonly desktop: Desktop;
  /** Starts the app as somebody would who has registered it: by its configuration alone. */
  launch(more?: Partial<PresentlyParts>): Promise<LaunchedApp>;
  /** The POSTs with which a presence was created, in order. */
  posts(): SimulatorCore['requests'];
  /** Ends it all. Fails when a request of the app did not fit Microsoft's published description. */
  stop(): Promise<void>;
}

export async function startWorkplace(
  options: Parameters<typeof startDesktop>[0] = {},
  tenant: SimulatorOptions = {},
): Promise<Workplace> {
  const desktop = await startDesktop({ keyring: 'unlocked', ...options });
  const { close, ...organisation } = await startOrganisation(desktop, tenant);
  const { simulator, environment } = organisation;
  const running: LaunchedApp[] = [];
  return {
    ...organisation,
    desktop,
    async launch(more = {}) {
      const launched = await launchPresently({
        ...more,
        desktop,
        environment: { ...environment, ...more.environment },
      });
      running.push(launched);
      return launched;
    },
    posts: () => simulator.requests.filter(({ path }) => path.endsWith('/communications/presences')),
    async stop() {
      for (const launched of running) await launched.stop();
      close();
      await desktop.stop();
      expect(simulator.requests.flatMap(checkRequest)).toEqual([]);
    },
  };
}

/** Signs Mira in as she would: by the button in the popup, and in the browser that it opens. */
export async function signIn(workplace: Workplace, launched: LaunchedApp): Promise<void> {
  const before = (await workplace.openedPages()).length;
  const page = await launched.popup();
  await launched.click(page.getByRole('button', { name: 'Sign in with Microsoft' }));
  const url = await until('the sign-in page in the browser', async () => (await workplace.openedPages())[before]);
  await workplace.simulator.visit(url);
  await page.getByRole('radiogroup', { name: 'Availability' }).waitFor();
}
