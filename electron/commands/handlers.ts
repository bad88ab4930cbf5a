import type { CommandHandlers } from '#contract/commands.ts';
import type { Words } from '#contract/words.ts';
import type { Clock, Desktop, Log } from '../ports.ts';
import { demoStarted } from '../state/sessionTransitions.ts';
import type { Store } from '../state/store.ts';
import { noticesDismissed, publicationCancelled } from '../state/transitions.ts';
import { createCopyAdminRequest, createCopyProblem } from './copyReport.ts';
import { createPublisher } from './publish.ts';
import { createRefreshPresence } from './refreshPresence.ts';
import { createRestoreSession, type RestoreParts } from './restoreSession.ts';
import type { ServiceFor } from './service.ts';
import { createSetOutOfOffice } from './setOutOfOffice.ts';
import { createSetPresence } from './setPresence.ts';
import { createSignIn, createSignInSteps } from './signIn.ts';
import { createSignOut } from './signOut.ts';
import { createThrottle } from './throttle.ts';

export interface HandlerParts {
  readonly store: Store;
  readonly serviceFor: ServiceFor;
  readonly clock: Clock;
  readonly log: Log;
  readonly words: Words;
  readonly desktop: Desktop;
  /** Makes sure that the settings file is there and opens it in the user's editor. */
  readonly openConfig: () => Promise<void>;
  readonly rememberedChoice: RestoreParts['rememberedChoice'];
}

export interface App {
  readonly handlers: CommandHandlers;
  /** The first step of a start: who is signed in. */
  readonly restoreSession: () => Promise<void>;
  /** The network is back, or the computer has woken: send what waits, then see what others see. */
  readonly catchUp: () => Promise<void>;
}

/** Makes everything the user can ask for. Compiles only if every command has its handler. */
export function createApp(parts: HandlerParts): App {
  const { store, serviceFor, words, desktop } = parts;
  const throttle = createThrottle(parts.clock);
  const refreshPresence = createRefreshPresence({ ...parts, throttle });
  const publisher = createPublisher({ ...parts, refreshPresence, throttle });

  async function catchUp(): Promise<void> {
    await publisher.resume();
    await refreshPresence();
  }

  const restoreSession = createRestoreSession({ ...parts, afterSignIn: catchUp });
  const signIn = createSignIn({ ...parts, afterSignIn: catchUp });

  async function startDemo(): Promise<void> {
    store.apply(demoStarted);
    await signIn('browser');
  }

  async function retryPublication(): Promise<void> {
    const { publication } = store.get();
    if (publication.status === 'idle') await refreshPresence();
    else await publisher.publish(publication.wish);
  }

  const handlers: CommandHandlers = {
    setPresence: createSetPresence(store, publisher),
    resetPresence: () => publisher.publish({ kind: 'automatic' }),
    setOutOfOffice: createSetOutOfOffice(store, publisher),
    refreshPresence,
    retryPublication,
    cancelPublication: async () => store.apply(publicationCancelled),
    signIn,
    ...createSignInSteps(parts),
    signOut: createSignOut(store, serviceFor, restoreSession),
    startDemo,
    openConfig: parts.openConfig,
    copyAdminRequest: createCopyAdminRequest(store, serviceFor, words, desktop),
    copyProblem: createCopyProblem(store, words, desktop),
    dismissNotices: async () => store.apply(noticesDismissed),
    showPopup: async () => desktop.showPopup(),
    hidePopup: async () => desktop.hidePopup(),
    resizePopup: async (height) => desktop.resizePopup(height),
    quit: async () => desktop.quit(),
  };
  return { handlers, restoreSession, catchUp };
}
