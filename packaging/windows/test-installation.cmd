@echo off
rem For a person on Windows: double-click this file in the installed folder to finish the test of the installer.
chcp 65001 >nul
set here=%~dp0
set work=%TEMP%\hejiao-test
rmdir /s /q "%work%" 2>nul
mkdir "%work%"
echo Results go to %work%\result.txt
call :all >"%work%\result.txt" 2>&1
type "%work%\result.txt"
echo.
echo Now by hand, and note yes or no for each:
echo  1. The Start menu has Hejiao with its icon, and it opens the window.
echo  2. Chinese is drawn in the system's font; a report shows no boxes.
echo  3. Typing Chinese with the system's input method works in a value, in a note and in the search field.
echo  4. Double-clicking %work%\test.hejiao opens the window with five reports.
echo  5. Dropping a folder of .doc, .docx, .pdf, .html and .xls reports imports them.
echo  6. The window looks right at 100, 150 and 200 %% scaling, and moved to a second screen.
echo  7. Running the installer again over this one keeps test.hejiao and the settings.
echo  8. Removing it under Settings, Apps leaves test.hejiao where it is.
echo  9. F1 opens the manual with its pictures; Help, About names the version and the licences.
echo 10. With hejiao-ocr-...-setup.exe installed too, dropping app\tests\fixtures\report.jpg imports a scan.
echo Please send result.txt and your ten answers.
pause
exit /b

:all
ver
echo == self-test
"%here%hejiao-cli.exe" self-test --lang en
echo exit code %errorlevel% (0 is right; ten lines that begin with ok, eleven with the add-on for scans)
echo == import
"%here%hejiao-cli.exe" import "%here%app\seeds" --project "%work%\test.hejiao" --operator test --lang en
echo exit code %errorlevel% (0 is right)
echo == verify
"%here%hejiao-cli.exe" verify --project "%work%\test.hejiao" --lang en
echo exit code %errorlevel% (0 is right)
echo == the window opens and closes: %time%
"%here%hejiao-cli.exe" --quit --project "%work%\test.hejiao"
echo exit code %errorlevel% (0 is right), %time%
exit /b
