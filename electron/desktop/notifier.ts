import { Notification } from 'electron';
import type { Command } from '#contract/commands.ts';
import type { News } from '../commands/news.ts';

/**
 * Makes the telling of news by the system's own notifications, which keep quiet while the system is not to be
 * disturbed. Where it shows no buttons, a click opens the popup, which has them all.
 */
export function createNotifier(
  onCommand: (command: Command) => void,
  isOver: (news: News) => boolean,
): (news: News) => void {
  // Kept here, because a notification that was collected no longer hears its click.
  const shown = new Map<News['kind'], Notification>();
  return (news) => {
    const { kind, title, body, actions } = news;
    if (!Notification.isSupported()) return;
    shown.get(kind)?.close();
    const buttons = actions.map(({ label }) => ({ type: 'button' as const, text: label }));
    const notification = new Notification({ title, body, actions: buttons });
    notification.on('click', () => onCommand(['showPopup']));
    notification.on('action', (_event, index) => {
      const action = actions[index];
      if (action !== undefined) onCommand(isOver(news) ? ['showPopup'] : action.command);
    });
    shown.set(kind, notification);
    notification.show();
  };
}
