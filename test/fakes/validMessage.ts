import { type CommandName, commands } from '#contract/commands.ts';

type Check = (input: unknown) => boolean;

const pairs = [
  ...['Available Available', 'Busy Busy', 'Busy InACall', 'Busy InAConferenceCall', 'DoNotDisturb DoNotDisturb'],
  ...['DoNotDisturb Presenting', 'BeRightBack BeRightBack', 'Away Away', 'Offline OffWork'],
];
const durations = ['untilChanged', 'PT30M', 'PT1H', 'PT2H', 'PT4H', 'today', 'thisWeek'];
const sequels = ['automatic', 'Available', 'Busy', 'DoNotDisturb', 'BeRightBack', 'Away', 'Offline'];

const isNothing: Check = (input) => input === undefined;
const isOneOf =
  (...allowed: readonly unknown[]): Check =>
  (input) =>
    allowed.includes(input);
const isText =
  (longest: number): Check =>
  (input) =>
    typeof input === 'string' && input.length <= longest;
const isWhole =
  (least: number, most: number): Check =>
  (input) =>
    Number.isInteger(input) && Number(input) >= least && Number(input) <= most;
const isInstant: Check = (input) =>
  typeof input === 'string' &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/.test(input) &&
  !Number.isNaN(Date.parse(input));

/** Exactly these members, each as its check wants it, and own ones. */
function isRecord(checks: Readonly<Record<string, Check>>): Check {
  return (input) => {
    if (typeof input !== 'object' || input === null) return false;
    const members: Readonly<Record<string, unknown>> = { ...input };
    return (
      Object.keys(members).sort().join() === Object.keys(checks).sort().join() &&
      Object.entries(checks).every(([key, check]) => check(members[key]))
    );
  };
}

function isPair(pair: string): Check {
  const [availability, activity] = pair.split(' ');
  return isRecord({ availability: isOneOf(availability), activity: isOneOf(activity) });
}

const lasts: Check = (input) => isOneOf(...durations)(input) || isRecord({ until: isInstant })(input);

/** What a command may be sent with, told a second time and without its schema, so that one proves the other. */
const validInputs: Readonly<Partial<Record<CommandName, Check>>> = {
  setPresence: (input) => pairs.some((pair) => isPair(pair)(input)),
  resetPresence: isNothing,
  setPlan: isRecord({ lasts, sequel: isOneOf(...sequels) }),
  undo: isNothing,
  keepVisible: isWhole(0, 12),
  setStatusMessage: isRecord({ text: isText(280), lasts }),
  dismissMessage: isNothing,
  forgetVerdict: isNothing,
  setOutOfOffice: isRecord({ isOutOfOffice: isOneOf(true, false), message: (it) => it === null || isText(1000)(it) }),
  refreshPresence: isNothing,
  retryPublication: isNothing,
  cancelPublication: isNothing,
  signIn: isOneOf('browser', 'deviceCode'),
  reopenSignIn: isNothing,
  copySignInLink: isNothing,
  cancelSignIn: isNothing,
  signOut: isNothing,
  startDemo: isNothing,
  openConfig: isNothing,
  copyAdminRequest: isNothing,
  copyProblem: isNothing,
  copyDiagnostics: isNothing,
  dismissNotices: isNothing,
  showPopup: isNothing,
  hidePopup: isNothing,
  resizePopup: isWhole(120, 900),
  quit: isNothing,
};

function isCommandName(name: unknown): name is CommandName {
  return typeof name === 'string' && Object.keys(commands).includes(name);
}

/** Whether somebody with good intentions could have sent this. What is not told here is as its schema says. */
export function isValidMessage(name: unknown, input: unknown): boolean {
  if (!isCommandName(name)) return false;
  return validInputs[name]?.(input) ?? commands[name].safeParse(input).success;
}
