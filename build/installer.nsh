; What electron-builder's own script for Windows leaves behind. An update runs the old uninstaller too, and keeps this.
!macro customUnInstall
  ${ifNot} ${isUpdated}
    DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Run" "${APP_ID}"
  ${endIf}
!macroend
