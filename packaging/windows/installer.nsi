; Installs for the present user; no administrator. An installed version is replaced, projects and settings stay.
Target amd64-unicode
!include MUI2.nsh
!include x64.nsh
!include WinVer.nsh
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Hejiao"
Name "Hejiao ${VERSION}"
OutFile "${OUT}"
RequestExecutionLevel user
ManifestSupportedOS Win10
InstallDir "$LOCALAPPDATA\Programs\Hejiao"
InstallDirRegKey HKCU "Software\Hejiao" "Folder"
SetCompressor /SOLID ${COMPRESSOR}
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Hejiao"
VIAddVersionKey "FileDescription" "Hejiao"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "MIT licence"
!define MUI_ICON "${BUNDLE}\hejiao.ico"
!define MUI_UNICON "${BUNDLE}\hejiao.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\hejiao.exe"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "English"
LangString NAME ${LANG_SIMPCHINESE} "核校"
LangString NAME ${LANG_ENGLISH} "Hejiao"
LangString PROJECT ${LANG_SIMPCHINESE} "核校项目"
LangString PROJECT ${LANG_ENGLISH} "Hejiao project"
LangString OLD ${LANG_SIMPCHINESE} "需要 64 位的 Windows 10 或更高版本。"
LangString OLD ${LANG_ENGLISH} "Windows 10 or newer, 64 bit, is needed."
LangString RUNS ${LANG_SIMPCHINESE} "核校正在运行。关闭它，然后重试。"
LangString RUNS ${LANG_ENGLISH} "Hejiao is running. Close it, then try again."

!macro REMOVE_PROGRAM UN
Function ${UN}RemoveProgram ; only what an installer put there: a project kept in this folder stays
  retry:
  ClearErrors
  Delete "$INSTDIR\hejiao.exe"
  IfErrors 0 free
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNS)" /SD IDCANCEL IDRETRY retry
    Abort
  free:
  Delete "$INSTDIR\hejiao-cli.exe"
  Delete "$INSTDIR\hejiao.ico"
  Delete "$INSTDIR\test-installation.cmd"
  Delete "$INSTDIR\uninstall.exe"
  RMDir /r "$INSTDIR\python"
  RMDir /r "$INSTDIR\site"
  RMDir /r "$INSTDIR\app"
FunctionEnd
!macroend
!insertmacro REMOVE_PROGRAM ""
!insertmacro REMOVE_PROGRAM "un."

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    MessageBox MB_ICONSTOP "$(OLD)" /SD IDOK
    Abort
  ${EndIf}
FunctionEnd

Section
  IfFileExists "$INSTDIR\hejiao.exe" 0 +2
    Call RemoveProgram
  SetOutPath "$INSTDIR"
  File /r "${BUNDLE}\*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortCut "$SMPROGRAMS\$(NAME).lnk" "$INSTDIR\hejiao.exe" "" "$INSTDIR\hejiao.ico"
  WriteRegStr HKCU "Software\Hejiao" "Folder" "$INSTDIR"
  WriteRegStr HKCU "Software\Hejiao" "Shortcut" "$SMPROGRAMS\$(NAME).lnk"
  WriteRegStr HKCU "Software\Classes\.hejiao" "" "Hejiao.Project"
  WriteRegStr HKCU "Software\Classes\Hejiao.Project" "" "$(PROJECT)"
  WriteRegStr HKCU "Software\Classes\Hejiao.Project\DefaultIcon" "" "$INSTDIR\hejiao.ico"
  WriteRegStr HKCU "Software\Classes\Hejiao.Project\shell\open\command" "" '"$INSTDIR\hejiao.exe" "%1"'
  WriteRegStr HKCU "${KEY}" "DisplayName" "$(NAME)"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\hejiao.ico"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)' ; SHCNE_ASSOCCHANGED
SectionEnd

Section "Uninstall"
  Call un.RemoveProgram
  RMDir "$INSTDIR" ; stays when something else is in it
  ReadRegStr $0 HKCU "Software\Hejiao" "Shortcut"
  StrCmp $0 "" +2
    Delete "$0"
  DeleteRegKey HKCU "Software\Hejiao"
  DeleteRegKey HKCU "Software\Classes\.hejiao"
  DeleteRegKey HKCU "Software\Classes\Hejiao.Project"
  DeleteRegKey HKCU "${KEY}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
