// Starts the program with the Python that lies beside it, waits, and gives its exit code.
// Built twice: hejiao.exe without a console (pythonw.exe), hejiao-cli.exe with one (python.exe).
#include <windows.h>
#include <stdlib.h>
#include <wchar.h>

#ifdef CONSOLE
#define PYTHON L"python.exe"
#else
#define PYTHON L"pythonw.exe"
#endif

// What follows the program's own name on the command line, as it was typed.
static const wchar_t *arguments(const wchar_t *line) {
    int quoted = 0;
    while (*line && (quoted || (*line != L' ' && *line != L'\t'))) {
        if (*line == L'"') quoted = !quoted;
        line++;
    }
    while (*line == L' ' || *line == L'\t') line++;
    return line;
}

static int start(void) {
    wchar_t here[32768];
    DWORD n = GetModuleFileNameW(NULL, here, 32768);
    wchar_t *end = n && n < 32768 ? wcsrchr(here, L'\\') : NULL;
    if (!end) return 2;
    *end = 0;
    const wchar_t *rest = arguments(GetCommandLineW());
    size_t size = 2 * wcslen(here) + wcslen(rest) + 128;
    wchar_t *line = malloc(size * sizeof *line);
    if (!line) return 2;
    swprintf(line, size, L"\"%ls\\python\\" PYTHON L"\" -X utf8 \"%ls\\app\\main.py\" %ls", here, here, rest);
    STARTUPINFOW how = {.cb = sizeof how};
    PROCESS_INFORMATION made;
    if (!CreateProcessW(NULL, line, NULL, NULL, TRUE, 0, NULL, NULL, &how, &made)) {
        MessageBoxW(NULL, L"程序文件不完整，请重新安装。\nThe program's files are incomplete; install it again.", L"Hejiao", MB_ICONERROR);
        return 2;
    }
#ifdef CONSOLE
    SetConsoleCtrlHandler(NULL, TRUE); // Ctrl+C is for the program, which says its own exit code
#endif
    DWORD code = 2;
    WaitForSingleObject(made.hProcess, INFINITE);
    GetExitCodeProcess(made.hProcess, &code);
    return (int)code;
}

#ifdef CONSOLE
int main(void) { return start(); }
#else
int WINAPI WinMain(HINSTANCE a, HINSTANCE b, LPSTR c, int d) { return start(); }
#endif
