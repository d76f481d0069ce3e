; The add-on for scans, for the present user, where the program looks for it.
Target amd64-unicode
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\HejiaoOCR"
Name "Hejiao OCR ${VERSION}"
OutFile "${OUT}"
RequestExecutionLevel user
ManifestSupportedOS Win10
InstallDir "$LOCALAPPDATA\hejiao\ocr"
SetCompressor /SOLID ${COMPRESSOR}
LoadLanguageFile "${NSISDIR}\Contrib\Language files\SimpChinese.nlf"
LoadLanguageFile "${NSISDIR}\Contrib\Language files\English.nlf"
Page instfiles
UninstPage uninstConfirm
UninstPage instfiles
Section
  RMDir /r "$INSTDIR"
  SetOutPath "$INSTDIR"
  File /r "${BUNDLE}\*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr HKCU "${KEY}" "DisplayName" "Hejiao OCR"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
SectionEnd
Section "Uninstall"
  RMDir /r "$INSTDIR"
  DeleteRegKey HKCU "${KEY}"
SectionEnd
