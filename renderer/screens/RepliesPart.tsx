import { Switch } from '@fluentui/react-components';
import { useRef } from 'react';
import { type PlannedReply, untilPlaceholder } from '#contract/outOfOfficePlan.ts';
import { useSend } from '../bridge.tsx';
import { AudienceFields } from '../parts/AudienceFields.tsx';
import { ReplyField } from '../parts/ReplyField.tsx';
import { useWords } from '../parts/words.ts';
import { useAppState } from '../projection.ts';
import type { OutOfOfficeFieldsProps } from './OutOfOfficeFields.tsx';
import { type DraftField, firstOthers, isUnread } from './outOfOfficeDraft.ts';
import { TextsMenu } from './TextsMenu.tsx';

interface RepliesPartProps extends Pick<OutOfOfficeFieldsProps, 'draft' | 'onDraft'> {
  readonly errorOf: (field: DraftField) => string | null;
}

/** What is said: by mail where the mailbox is open to us, and with the presence. */
export function RepliesPart({ draft, onDraft, errorOf }: RepliesPartProps) {
  const words = useWords();
  const send = useSend();
  const { access, mailbox, texts, isInPresence } = useAppState().outOfOffice;
  const isByMail = draft.hasReplies && (mailbox !== null || isUnread({ access, mailbox }));
  const hasReplies = isByMail && mailbox !== null;
  const { organisation, others, audience } = draft;
  const text = organisation === 'kept' ? '' : organisation.text;
  const write = (next: string) => onDraft({ ...draft, organisation: { text: next } });
  const placeholder = words.say('outOfOffice.placeholder');
  // Who only looks at the other choice finds it again.
  const lastOthers = useRef<PlannedReply>(null);
  function chooseOthers(isOwn: boolean): void {
    if (others !== 'same') lastOthers.current = others;
    const known = lastOthers.current ?? (mailbox === null ? 'same' : firstOthers(mailbox.replies));
    onDraft({ ...draft, others: !isOwn ? 'same' : known === 'same' ? { text } : known });
  }
  return (
    <>
      {(mailbox !== null || isByMail) && (
        <Switch
          label={words.say('outOfOffice.replies')}
          labelPosition="before"
          checked={draft.hasReplies}
          style={{ justifyContent: 'space-between', marginInline: '-8px' }}
          onChange={(_, { checked }) => onDraft({ ...draft, hasReplies: checked })}
        />
      )}
      {(isByMail || isInPresence) && (
        <ReplyField
          label={words.say(isByMail ? 'outOfOffice.replies.organisation' : 'outOfOffice.message')}
          hint={words.say(isByMail ? 'outOfOffice.replies.hint' : 'outOfOffice.hint')}
          placeholder={placeholder}
          reply={organisation}
          keptText={mailbox?.replies.organisation.text ?? ''}
          error={errorOf('organisation')}
          hasFocus={mailbox === null}
          tools={
            <TextsMenu
              text={text}
              texts={texts}
              onText={write}
              onInsertEnd={() => write(text === '' ? untilPlaceholder : `${text.trimEnd()} ${untilPlaceholder}`)}
              onKeep={(isFavourite) => send('keepText', { text, isFavourite })}
            />
          }
          onReply={(reply) => onDraft({ ...draft, organisation: reply })}
        />
      )}
      {hasReplies && (
        <AudienceFields
          audience={audience}
          hasOwnText={others !== 'same'}
          onAudience={(next) => onDraft({ ...draft, audience: next })}
          onOwnText={chooseOthers}
        />
      )}
      {hasReplies && audience !== 'none' && others !== 'same' && (
        <ReplyField
          label={words.say('outOfOffice.replies.own')}
          hint={null}
          placeholder={placeholder}
          reply={others}
          keptText={mailbox.replies.others.text}
          error={errorOf('others')}
          onReply={(reply) => onDraft({ ...draft, others: reply })}
        />
      )}
    </>
  );
}
