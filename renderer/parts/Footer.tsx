import { Button, makeStyles, mergeClasses, Tooltip, tokens, typographyStyles } from '@fluentui/react-components';
import {
  ArrowSync20Regular,
  CloudOff16Regular,
  Dismiss20Regular,
  ErrorCircle16Filled,
  Info16Regular,
  Settings20Regular,
  ShieldKeyhole16Regular,
  Warning16Regular,
} from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { DemoBadge } from './DemoBadge.tsx';
import { useWords } from './words.ts';

const icons = {
  danger: <ErrorCircle16Filled />,
  warning: <Warning16Regular />,
  offline: <CloudOff16Regular />,
  info: <Info16Regular />,
  scopes: <ShieldKeyhole16Regular />,
} as const;

const useStyles = makeStyles({
  footer: {
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    minHeight: '36px',
    boxSizing: 'border-box',
    // Two lines are as high as one: a click tells of itself here, and must not move what was clicked.
    padding: '1px 8px 1px 16px',
    backgroundColor: tokens.colorNeutralBackground3,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground3,
  },
  danger: {
    backgroundColor: tokens.colorStatusDangerBackground1,
    borderTop: `1px solid ${tokens.colorStatusDangerBorder1}`,
    padding: '5px 8px 5px 16px',
    color: tokens.colorStatusDangerForeground3,
  },
  icon: { display: 'flex', flexShrink: 0 },
  warning: { color: tokens.colorStatusWarningForeground1 },
  text: {
    ...typographyStyles.caption1,
    flexGrow: 1,
    minWidth: 0,
    margin: 0,
    overflowWrap: 'anywhere',
  },
  action: { flexShrink: 0, minWidth: 'auto' },
  icons: { display: 'flex', flexShrink: 0, gap: '6px' },
});

export interface FooterProps {
  readonly isDemo?: boolean;
  readonly isAlert?: boolean;
  readonly icon?: keyof typeof icons | null;
  readonly text: string;
  readonly action?: { readonly label: string; readonly onClick: () => void } | null;
  /** What the × does, and is called after. */
  readonly dismiss?: { readonly label: string; readonly onClick: () => void } | null;
  readonly onRefresh?: (() => void) | null;
  readonly onSettings: () => void;
}

/** The one status line: how things go, and the one way out. */
export function Footer(props: FooterProps) {
  const { isDemo = false, isAlert = false, icon, text, action, dismiss, onRefresh, onSettings } = props;
  const styles = useStyles();
  const words = useWords();
  return (
    <footer className={mergeClasses(styles.footer, isAlert && styles.danger)}>
      {isDemo && <DemoBadge />}
      {icon && <span className={mergeClasses(styles.icon, icon === 'warning' && styles.warning)}>{icons[icon]}</span>}
      <p key={isAlert ? text : 'line'} role={isAlert ? 'alert' : undefined} className={styles.text} title={text}>
        {text}
      </p>
      {action && (
        <Button className={styles.action} size="small" onClick={action.onClick}>
          {action.label}
        </Button>
      )}
      <span className={styles.icons}>
        {dismiss && iconButton(dismiss.label, <Dismiss20Regular />, dismiss.onClick)}
        {onRefresh && iconButton(words.say('home.refresh'), <ArrowSync20Regular />, onRefresh)}
        {iconButton(words.say('home.settings'), <Settings20Regular />, onSettings)}
      </span>
    </footer>
  );
}

function iconButton(label: string, icon: ReactElement, onClick: () => void) {
  return (
    <Tooltip content={label} relationship="label">
      <Button appearance="subtle" size="small" icon={icon} onClick={onClick} />
    </Tooltip>
  );
}
