/** As dark as a usual panel; none of the tray's signs has this colour. @type {import('./screen.mjs').Colour} */
export const panelColour = [31, 31, 31];
/** Units: pixels. */
export const panelHeight = 36;

/** A panel at the bottom of the screen with the tray at its right end. */
export const panelConfiguration = `
rounded = 0
border_width = 0
background_color = #${panelColour.map((part) => part.toString(16)).join('')} 100
panel_items = FS
panel_position = bottom center horizontal
panel_size = 100% ${panelHeight}
panel_padding = 6 0 6
panel_background_id = 1
panel_layer = top
strut_policy = follow_size
disable_transparency = 1
systray_padding = 4 4 4
systray_background_id = 1
systray_icon_size = 24
`;

/**
 * A session bus that starts nothing by itself, but what lies in the `services` folder of the home.
 * @param {string} home
 */
export function busConfiguration(home) {
  return `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=${home}/run/bus</listen>
  <servicedir>${home}/services</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;
}
