import type { CommandHandlers } from '#contract/commands.ts';
import { absenceDismissed } from '../state/absenceTransitions.ts';
import { outOfOfficeDrafted, textsKept } from '../state/outOfOfficeTransitions.ts';
import type { Store } from '../state/store.ts';
import type { MailboxReader } from './mailbox.ts';

const mostFavourites = 20;

/** Makes the commands of the out-of-office page that change nothing for others. */
export function createOutOfOfficePage(
  store: Store,
  mailbox: MailboxReader,
): Pick<CommandHandlers, 'dismissOutOfOffice' | 'draftOutOfOffice' | 'readMailbox' | 'allowMailbox' | 'keepText'> {
  return {
    dismissOutOfOffice: async () => store.apply(absenceDismissed),
    draftOutOfOffice: async (draft) => store.apply(outOfOfficeDrafted, draft),
    readMailbox: async () => {
      if (store.get().outOfOffice.access !== 'asking') await mailbox.read();
    },
    allowMailbox: mailbox.allow,
    keepText: async ({ text, isFavourite }) => {
      const { texts } = store.get().outOfOffice;
      const others = texts.favourite.filter((known) => known !== text);
      const favourite = isFavourite ? [text, ...others].slice(0, mostFavourites) : others;
      store.apply(textsKept, { ...texts, favourite });
    },
  };
}
