import { mount } from './mount.tsx';
import { Settings } from './settings/Settings.tsx';

mount(<Settings />);
