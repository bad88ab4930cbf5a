import type { Instant } from './instant.ts';

/** Who brings newer versions of this copy: itself, whatever installed it, or nobody, since it runs from its sources. */
export type UpdatedBy = 'itself' | 'packageManager' | 'nobody';

/**
 * Why a newer version could not be had: nobody answered, what was offered does not hold what it says, or the program's
 * own file may not be replaced.
 */
export type UpdateProblem = 'unreachable' | 'refused' | 'notWritten';

/**
 * How far it is.
 *
 *          due, or asked for            found            verified
 *    idle ───────────────────► checking ─────► fetching ──────────► ready, and in place when the program ends
 *     ▲                          │                │
 *     │ nothing newer            │                │
 *     └──────────────────────────┴──► failed ◄────┘
 *
 *  What is ready stays so, whatever later looks come to, until another is ready.
 */
export type UpdateStep =
  | { readonly status: 'idle' }
  | { readonly status: 'checking' }
  | { readonly status: 'fetching'; readonly version: string }
  | { readonly status: 'ready'; readonly version: string }
  | { readonly status: 'failed'; readonly problem: UpdateProblem };

/** What is known of newer versions. */
export interface Updates {
  readonly by: UpdatedBy;
  readonly step: UpdateStep;
  /** When it was last found that there is nothing newer, or what there is. */
  readonly checkedAt: Instant | null;
}

export const noUpdates: Updates = { by: 'nobody', step: { status: 'idle' }, checkedAt: null };
