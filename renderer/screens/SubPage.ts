/** A page that is pushed over the home page. */
export type SubPage = 'outOfOffice' | 'statusMessage' | 'until' | 'details' | 'keys';
