import { type Claims, meetsClaims } from './entra/claims.ts';
import { type Decision, type Effect, type Meeting, profileEffects, type RequestKind } from './profileEffects.ts';
import { type Profile, type ProfileTarget, profiles } from './profiles.ts';
import { type Alteration, createOlderReads } from './replyAlterations.ts';
import type { SimulatorClock } from './simulatorClock.ts';

/** What becomes of a request, all profiles together: it waits, its body is rewritten, it ends, its answer is altered. */
export interface Fate {
  readonly waitMilliseconds: number;
  readonly rewrite: (body: string) => string;
  readonly decision: Decision;
  readonly alter: Alteration;
}

/** A request as the gate sees it. */
type ArrivingRequest = Pick<Meeting, 'kind' | 'body' | 'claims' | 'error'>;

export interface ProfileGate {
  set(profiles: readonly Profile[]): void;
  meet(request: ArrivingRequest): Fate;
  /** The claims that the token endpoint wants from a new sign-in, instead of a refresh with these; null for none. */
  interactionFor(claims: Claims): string | null;
}

const meets: Record<ProfileTarget, readonly RequestKind[]> = {
  create: ['create'],
  writes: ['create', 'action', 'meAction', 'location'],
  meActions: ['meAction', 'location'],
  reads: ['read'],
  mailbox: ['mailbox'],
  graph: ['create', 'action', 'meAction', 'location', 'read', 'mailbox'],
  token: ['token'],
};

/** A profile in force, with what it has seen so far. */
interface Active {
  readonly profile: Profile;
  readonly showOlder: Alteration;
  metCount: number;
}

const untouched: Fate = {
  waitMilliseconds: 0,
  rewrite: (body) => body,
  decision: { kind: 'proceed' },
  alter: (reply) => reply,
};

/** Makes the gate through which every request passes before it is carried out. */
export function createProfileGate(clock: SimulatorClock): ProfileGate {
  let active: readonly Active[] = [];
  let challenge: Claims = {};
  let setCount = 0;

  function isMet({ profile, metCount }: Active, kind: RequestKind): boolean {
    const isSpent = profile.times !== undefined && metCount >= profile.times;
    return !isSpent && meets[profile.on ?? profiles[profile.name].on].includes(kind);
  }

  return {
    set(next) {
      active = next.map((profile) => ({ profile, showOlder: createOlderReads(), metCount: 0 }));
      setCount += 1;
      // The count tells two challenges of one second apart.
      const value = String(Math.floor(clock.now() / 1000) + setCount);
      challenge = { access_token: { nbf: { essential: true, value } } };
    },
    meet(request) {
      let fate = untouched;
      for (const each of active.filter((candidate) => isMet(candidate, request.kind))) {
        const { profile, metCount, showOlder } = each;
        const meeting = { ...request, profile, metCount, showOlder, challenge, now: clock.now() };
        const next = add(fate, profileEffects[profile.name](meeting));
        if (next !== fate) each.metCount += 1;
        fate = next;
      }
      return fate;
    },
    interactionFor(claims) {
      const isWanted = active.some(({ profile }) => profile.isInteractionNeeded === true);
      return isWanted && meetsClaims(claims, challenge) ? JSON.stringify(challenge) : null;
    },
  };
}

/** The fate with one more effect; the same one when the effect comes to nothing, as a second decision does. */
function add(fate: Fate, effect: Effect): Fate {
  switch (effect.kind) {
    case 'proceed':
      return fate;
    case 'wait':
      return { ...fate, waitMilliseconds: fate.waitMilliseconds + effect.milliseconds };
    case 'rewrite':
      return { ...fate, rewrite: (body) => effect.rewrite(fate.rewrite(body)) };
    case 'alter':
      return { ...fate, alter: (reply) => effect.alter(fate.alter(reply)) };
    default:
      return fate.decision.kind === 'proceed' ? { ...fate, decision: effect } : fate;
  }
}
