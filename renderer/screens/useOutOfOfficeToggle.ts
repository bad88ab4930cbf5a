import { outOfOfficeCommand } from '#contract/outOfOfficeTruth.ts';
import { useSend } from '../bridge.tsx';
import { useAppState } from '../projection.ts';

/** What the switch does: the same as the one in the icon's menu. */
export function useOutOfOfficeToggle(): () => void {
  const send = useSend();
  const state = useAppState();
  return () => {
    const command = outOfOfficeCommand(state, Date.now());
    if (command[0] === 'endOutOfOffice') send('endOutOfOffice');
    else if (state.outOfOffice.isInPresence) send(...command);
  };
}
