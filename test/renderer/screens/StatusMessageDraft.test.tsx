import { fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { click, closePopup, openPopup, pass, press } from '../open.tsx';
import { states } from '../states.ts';

afterEach(closePopup);

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const message = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Message' });
const write = (text: string) => fireEvent.change(message(), { target: { value: text } });
const openPage = () => click(button(/^Status message/));
const messageDraft = { text: 'Working from home', lasts: 'today' } as const;

describe('the draft of a status message', () => {
  it('stays until main lets it go, and why it was not saved is said', () => {
    const popup = openPopup(states.homeAvailable);
    openPage();
    write('Working from home');
    press('Escape');
    openPage();
    click(button('Save'));
    expect(popup.sent()[0]).toEqual(['draftStatusMessage', messageDraft]);
    popup.tell({ ...states.messageSending, messageDraft });
    popup.tell({ ...states.messageFailed, messageDraft });
    openPage();
    expect(message().value).toBe('Working from home');
    expect(within(screen.getByRole('group')).getByText('Not saved. Microsoft 365 has a problem.')).toBeTruthy();
    // A reading found it after all; later another one was set elsewhere.
    popup.tell(states.messageSet);
    expect(message().value).toBe(states.messageSet.statusMessage.seen?.text);
  });

  it('is none any more where it was set before the page heard that main had it', () => {
    const popup = openPopup(states.homeAvailable);
    openPage();
    write('Working from home');
    click(button('Save'));
    popup.tell(states.homeAvailable);
    openPage();
    expect(message().value).toBe('');
  });

  it('stays as it was written on since the save', () => {
    const popup = openPopup(states.homeAvailable);
    openPage();
    write('Working from home');
    click(button('Save'));
    popup.tell({ ...states.messageSending, messageDraft });
    openPage();
    write('Working from home, until noon');
    popup.tell(states.messageSet);
    pass(500);
    expect([message().value, popup.sent().at(-1)]).toEqual([
      'Working from home, until noon',
      ['draftStatusMessage', { ...messageDraft, text: 'Working from home, until noon' }],
    ]);
  });

  it('is kept by main while it is written, and let go when it is given up', () => {
    const popup = openPopup(states.homeAvailable);
    openPage();
    write('Half a dra');
    write('Half a draft');
    pass(500);
    press('Escape');
    const draft = { text: 'Half a draft', lasts: 'today' } as const;
    expect(popup.sent()).toEqual([['draftStatusMessage', draft]]);
    closePopup();
    // The popup was made anew meanwhile, and the session had ended.
    const next = openPopup(states.sessionEnded);
    next.tell({ ...states.homeAvailable, messageDraft: draft });
    openPage();
    expect(message().value).toBe('Half a draft');
    click(button('Cancel'));
    expect(next.sent()).toEqual([['draftStatusMessage', null]]);
  });

  it('[O7] is kept at once where its window goes away', () => {
    const popup = openPopup(states.homeAvailable);
    openPage();
    write('Half a draft');
    window.dispatchEvent(new Event('beforeunload'));
    expect(popup.sent()).toEqual([['draftStatusMessage', { text: 'Half a draft', lasts: 'today' }]]);
  });

  it('is kept at once where its page goes away', () => {
    const popup = openPopup(states.homeAvailable);
    openPage();
    write('Half a draft');
    popup.tell(states.sessionEnded);
    expect(popup.sent()).toEqual([['draftStatusMessage', { text: 'Half a draft', lasts: 'today' }]]);
  });
});

describe('what could not be saved', () => {
  const asked = { text: 'In the workshop', endsAt: null };
  const asking = { status: 'failed', message: asked, problem: { kind: 'timedOut' } } as const;
  const failed = { ...states.messageSet, statusMessage: { ...states.messageSet.statusMessage, asking } };
  const dismiss = () => click(within(screen.getByRole('group')).getByRole('button', { name: 'Dismiss' }));

  it.each([
    ['as it was', null],
    ['as it was written on', 'In the workshop, back at four'],
  ])('[M2] is there after a restart, and stays %s where only the failure is dismissed', (_how, writtenOn) => {
    const popup = openPopup(failed);
    openPage();
    expect(message().value).toBe(asked.text);
    if (writtenOn !== null) write(writtenOn);
    dismiss();
    popup.tell(states.messageSet);
    pass(500);
    const kept = writtenOn ?? asked.text;
    expect([popup.sent(), message().value]).toEqual([
      [['dismissMessage'], ['draftStatusMessage', { text: kept, lasts: 'untilChanged' }]],
      kept,
    ]);
  });

  it('[M2] is given up by Cancel', () => {
    const popup = openPopup(failed);
    openPage();
    dismiss();
    popup.tell(states.messageSet);
    click(button('Cancel'));
    openPage();
    expect(message().value).toBe(states.messageSet.statusMessage.seen?.text);
  });

  it('[M2] leaves no empty text behind where only taking one away failed', () => {
    const clearing = { ...asking, message: { text: '', endsAt: null } };
    const popup = openPopup({ ...failed, statusMessage: { ...failed.statusMessage, asking: clearing } });
    openPage();
    dismiss();
    popup.tell(states.messageSet);
    expect(message().value).toBe(states.messageSet.statusMessage.seen?.text);
  });
});
