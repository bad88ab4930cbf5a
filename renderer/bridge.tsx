import { createContext, type ReactNode, useContext } from 'react';
import type { Bridge } from '#contract/bridge.ts';
import type { CommandArguments, CommandName } from '#contract/commands.ts';

/** Asks main for a command. Nothing comes back: the outcome is state. */
export type Send = <C extends CommandName>(command: C, ...input: CommandArguments<C>) => void;

const SendContext = createContext<Send | null>(null);

interface BridgeProviderProps {
  readonly bridge: Pick<Bridge, 'send'>;
  readonly children: ReactNode;
}

export function BridgeProvider({ bridge, children }: BridgeProviderProps) {
  const send: Send = (command, ...input) => {
    void bridge.send(command, ...input);
  };
  return <SendContext value={send}>{children}</SendContext>;
}

export function useSend(): Send {
  const send = useContext(SendContext);
  if (send === null) throw new Error('useSend needs a BridgeProvider above it');
  return send;
}
