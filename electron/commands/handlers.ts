import type { CommandHandlers } from '#contract/commands.ts';
import { toInstant } from '#contract/instant.ts';
import type { Words } from '#contract/words.ts';
import type { Clock, Desktop, Log, LoginItem, Updater } from '../ports.ts';
import type { Place } from '../schedule/place.ts';
import { openAtLoginRead, setByHand } from '../state/automationTransitions.ts';
import { messageDismissed, messageDrafted } from '../state/messageTransitions.ts';
import { keysRecorded, presetDrafted, settingsPageTurned } from '../state/settingsTransitions.ts';
import type { Store } from '../state/store.ts';
import { noticesDismissed, publicationCancelled } from '../state/transitions.ts';
import type { AutomationFile } from '../storage/automationFile.ts';
import type { SettingsFile } from '../storage/settingsFile.ts';
import type { App } from './app.ts';
import { createAutomation } from './automation.ts';
import { createAwaitKeyring } from './awaitKeyring.ts';
import { createChangeSettings } from './changeSettings.ts';
import { createCopyCommandLine } from './copyCommandLine.ts';
import { createCopyAdminRequest, createCopyProblem } from './copyReport.ts';
import type { Start } from './dayBegin.ts';
import { createEndChoice } from './endChoice.ts';
import { createFollowUps } from './followUps.ts';
import { inBackground } from './inBackground.ts';
import { type InLine, latestWins } from './latestWins.ts';
import { createMailbox } from './mailbox.ts';
import { createOutOfOffice } from './outOfOffice.ts';
import { createOutOfOfficePage } from './outOfOfficePage.ts';
import { createPlanner } from './planner.ts';
import { createPresets } from './presets.ts';
import { createPublisher } from './publish.ts';
import { createRefreshPresence } from './refreshPresence.ts';
import { createRestoreSession } from './restoreSession.ts';
import { createForgetVerdict, createRetryPublication } from './retryPublication.ts';
import type { ServiceFor } from './service.ts';
import { createSetOutOfOffice } from './setOutOfOffice.ts';
import { createSetPlan } from './setPlan.ts';
import { createChoosePresence, createSetPresence } from './setPresence.ts';
import { createSignIn, createSignInSteps } from './signIn.ts';
import { createSignOut, type SignOutParts } from './signOut.ts';
import { createStartDemo } from './startDemo.ts';
import { createStatusMessages } from './statusMessages.ts';
import { createTakeUp, type Recall } from './takeUp.ts';
import { createThrottle } from './throttle.ts';
import { createUndo } from './undo.ts';
import { createUpdates } from './updates.ts';
import { createUpkeep, type Surroundings } from './upkeep.ts';
import { createVisibility } from './visibility.ts';
import { createWriterFor } from './writer.ts';

export interface HandlerParts extends Pick<SignOutParts, 'forget'> {
  readonly store: Store;
  readonly serviceFor: ServiceFor;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
  readonly words: Words;
  readonly desktop: Desktop;
  readonly surroundings: Surroundings;
  /** Where days and weeks begin. */
  readonly place: () => Place;
  /** Makes sure that the settings file is there and opens it in the user's editor. */
  readonly openConfig: () => Promise<void>;
  readonly settingsFile: Pick<SettingsFile, 'change'>;
  /** What rules remember over a restart. */
  readonly automationFile: AutomationFile;
  readonly start: Start;
  readonly loginItem: LoginItem;
  readonly updater: Updater;
  /** What helps to find a fault, as text. */
  readonly diagnostics: () => string;
  readonly recall: Recall;
  /** Resolves when what is desired now is on disk. */
  readonly saved: () => Promise<void>;
}

/** Makes everything the user can ask for. Compiles only if every command has its handler. */
export function createApp(parts: HandlerParts): App {
  const { store, serviceFor, clock, words, desktop } = parts;
  const throttle = createThrottle(clock, store);
  const refresh = createRefreshPresence({ ...parts, throttle });
  const { refreshPresence } = refresh;
  const inLine: InLine = latestWins((write) => write());
  const publisher = createPublisher({
    ...{ ...parts, ...refresh, throttle, inLine },
    setOutOfOffice: (...asked) => setOutOfOffice(...asked),
  });
  const throttles = { presence: throttle, mailbox: createThrottle(clock, store) };
  const writerFor = createWriterFor(store, serviceFor, clock, throttles);
  const planner = createPlanner(store, clock, parts.place);
  const visibility = createVisibility(store, writerFor, clock, refreshPresence);
  const { set: setStatusMessage, end: endMessage } = createStatusMessages(store, writerFor, planner, parts.saved);
  const followUps = createFollowUps({ ...parts, publisher, setStatusMessage, writerFor, refreshPresence });
  const setOutOfOffice = createSetOutOfOffice({ ...parts, publisher, followUps, refresh });
  const mailbox = createMailbox({ ...parts, writerFor });
  const outOfOffice = createOutOfOffice({
    ...{ ...parts, mailbox, writerFor, setOutOfOffice, setStatusMessage, publish: publisher.publish },
    timeZone: () => parts.place().timeZone,
    ...{ ...parts.surroundings, isSeenNow: refresh.isSeenNow },
  });
  const presets = createPresets({ ...parts, followUps, planner });
  const endChoice = createEndChoice(store, publisher, presets);
  const presenceUpkeep = createUpkeep({ ...parts, refresh, visibility, writerFor, endChoice, endMessage, inLine });

  async function upkeep(): Promise<void> {
    await presenceUpkeep();
    await outOfOffice.upkeep();
  }

  const automation = createAutomation({
    ...{ ...parts, publisher, presets, refresh },
    file: parts.automationFile,
    isLocked: parts.surroundings.isLocked,
  });

  const updates = createUpdates(parts);

  /** A newer version takes its time, and holds up nothing else. */
  async function upkeepAndRules(): Promise<void> {
    inBackground(parts.log, 'updates', updates.tick());
    await upkeep();
    await automation.tick();
    // Last, since whoever it finds may wait for the network.
    await awaitKeyring();
  }

  async function catchUp(): Promise<void> {
    await upkeep();
    await publisher.resume();
    // Behind a locked screen only what has its time is done.
    if (!parts.surroundings.isLocked()) await refreshPresence();
    await automation.tick();
  }

  const takeUp = createTakeUp(store, clock, publisher, automation);
  const restoreSession = createRestoreSession({ ...parts, takeUp, afterSignIn: catchUp });
  const awaitKeyring = createAwaitKeyring(store, clock, serviceFor, restoreSession);
  const signIn = createSignIn({ ...parts, takeUp, afterSignIn: catchUp });
  const leaving = createSignOut({ ...parts, publisher, refresh, endChoice, restoreSession });

  /** Notes that the user chose by hand, so that rules stand back. */
  function byHand<T>(command: (input: T) => Promise<void>): (input: T) => Promise<void> {
    return (input) => {
      store.apply(setByHand, toInstant(clock.now()));
      return command(input);
    };
  }

  const handlers: CommandHandlers = {
    setPresence: byHand(createSetPresence(store, publisher, planner)),
    choosePresence: byHand(createChoosePresence(store, publisher, planner)),
    resetPresence: byHand(() => publisher.publish({ kind: 'automatic' })),
    endChoice: byHand(endChoice),
    setPlan: createSetPlan(store, publisher, planner, followUps),
    applyPreset: byHand(presets.applyPreset),
    restorePrevious: byHand(presets.restorePrevious),
    undo: byHand(createUndo({ ...parts, publisher, followUps, presets })),
    pauseAutomation: automation.pause,
    setOpenAtLogin: async (isOn) => store.apply(openAtLoginRead, await parts.loginItem.set(isOn)),
    keepVisible: visibility.keepVisible,
    setStatusMessage,
    draftStatusMessage: async (draft) => store.apply(messageDrafted, draft),
    dismissMessage: async () => store.apply(messageDismissed),
    forgetVerdict: createForgetVerdict(store, publisher),
    setOutOfOffice,
    saveOutOfOffice: outOfOffice.save,
    endOutOfOffice: outOfOffice.end,
    ...createOutOfOfficePage(store, mailbox),
    refreshPresence,
    retryPublication: createRetryPublication(store, publisher, clock, refreshPresence),
    cancelPublication: async () => store.apply(publicationCancelled),
    signIn,
    ...createSignInSteps(parts),
    signOut: leaving.signOut,
    startDemo: createStartDemo(store, serviceFor, signIn),
    changeSettings: createChangeSettings(store, parts.settingsFile),
    draftPreset: async (draft) => store.apply(presetDrafted, draft),
    showSettings: async (page) => {
      store.apply(settingsPageTurned, page);
      desktop.showSettings();
    },
    recordShortcut: async (isRecording) => store.apply(keysRecorded, isRecording),
    openConfig: parts.openConfig,
    ...updates.commands,
    copyCommandLine: createCopyCommandLine(store, desktop),
    copyAdminRequest: createCopyAdminRequest(store, serviceFor, words, desktop),
    copyProblem: createCopyProblem(store, words, desktop),
    copyDiagnostics: () => desktop.copy(parts.diagnostics()),
    dismissNotices: async () => store.apply(noticesDismissed),
    showPopup: async () => desktop.showPopup(),
    hidePopup: async () => desktop.hidePopup(),
    resizePopup: async (height) => desktop.resizePopup(height),
    quit: async () => desktop.quit(),
  };
  return {
    ...{ handlers, restoreSession, catchUp, upkeep: upkeepAndRules, leaving },
    ...{ hear: automation.hear, logIn: automation.logIn },
  };
}
