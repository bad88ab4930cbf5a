import { Badge, makeStyles } from '@fluentui/react-components';
import { useWords } from './words.ts';

const useStyles = makeStyles({ badge: { flexShrink: 0 } });

/** Says on every page that none of this is real. */
export function DemoBadge() {
  const { badge } = useStyles();
  const words = useWords();
  return (
    <Badge className={badge} appearance="tint" color="brand" shape="rounded">
      {words.say('home.demo')}
    </Badge>
  );
}
