import { Button } from '@fluentui/react-components';
import { toEpoch } from '#contract/instant.ts';
import { isSamePair } from '#contract/presence.ts';
import { pauses, type RuleName } from '#contract/rules.ts';
import type { AppState } from '#contract/state.ts';
import { useSend } from '../bridge.tsx';
import { Choice } from '../parts/Choice.tsx';
import { SettingRow, SettingsSection } from '../parts/SettingRow.tsx';
import { useWords } from '../parts/words.ts';
import { useAppState } from '../projection.ts';
import { useNow } from '../screens/useNow.ts';

const lengths = pauses.filter((pause) => pause !== 'resume');

/** Whether rules act, what they did last, and the way back. */
export function RulePause() {
  const send = useSend();
  const words = useWords();
  const now = useNow(30_000);
  const state = useAppState();
  const { pausedUntil, last } = state.automation;
  const isPaused = pausedUntil !== null && toEpoch(pausedUntil) > now;
  const caption = isPaused
    ? words.say('rules.paused', { time: words.dayAndTime(pausedUntil, now) })
    : words.say('rules.active');
  return (
    <SettingsSection heading={words.say('rules.now')} hint={words.say('rules.precedence')}>
      <SettingRow title={words.say('rules.pause')} caption={caption} isTold>
        {(control) =>
          isPaused ? (
            <Button aria-describedby={control['aria-labelledby']} onClick={() => send('pauseAutomation', 'resume')}>
              {words.say('rules.pause.resume')}
            </Button>
          ) : (
            <Choice
              control={control}
              value="none"
              offered={['none', ...lengths]}
              say={(value) => words.say(`rules.pause.${value}`)}
              onChoose={(pause) => pause !== 'none' && send('pauseAutomation', pause)}
            />
          )
        }
      </SettingRow>
      {last !== null && (
        <SettingRow title={sayLast(words, last, now)}>
          {(control) =>
            last.skipped === null && isUndoOf(last.rule, state) ? (
              <Button aria-describedby={control['aria-labelledby']} onClick={() => send('undo')}>
                {words.say('startup.undo')}
              </Button>
            ) : null
          }
        </SettingRow>
      )}
    </SettingsSection>
  );
}

/** Whether Undo takes back what the rule set. What was said with it since, as out of office, would come before that. */
function isUndoOf(rule: RuleName, { chosen, undo }: AppState): boolean {
  if (undo === null || chosen?.rule !== rule) return false;
  return undo.kind !== 'presence' || undo.rule !== rule || !isSamePair(undo.presence, chosen.presence);
}

function sayLast(
  words: ReturnType<typeof useWords>,
  { rule, at, skipped }: NonNullable<ReturnType<typeof useAppState>['automation']['last']>,
  now: number,
): string {
  const facts = { time: words.dayAndTime(at, now), rule: words.say(`rule.${rule}`) };
  return skipped === null
    ? words.say('rule.did', facts)
    : words.say('rule.didNot', { ...facts, why: words.say(`rule.why.${skipped}`) });
}
