import type { ReactNode } from 'react';
import { useSend } from '../bridge.tsx';
import { Page } from '../parts/Page.tsx';
import { NoticeBar } from './NoticeBar.tsx';

interface FrameProps {
  readonly children: ReactNode;
  readonly foot: ReactNode;
  readonly isCentred?: boolean;
  readonly isStill?: boolean;
}

/** What every screen has: its size is reported, and notices stand above its foot. */
export function Frame({ children, foot, isCentred = false, isStill = false }: FrameProps) {
  const send = useSend();
  return (
    <Page
      isCentred={isCentred}
      isStill={isStill}
      onHeight={(height) => send('resizePopup', height)}
      foot={
        <>
          <NoticeBar />
          {foot}
        </>
      }
    >
      {children}
    </Page>
  );
}
