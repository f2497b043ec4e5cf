@echo off
rem Starts Handlens with the first JDK 25 or newer that is found: JAVA_HOME, then where JDKs are usually installed, then the PATH.
setlocal EnableExtensions EnableDelayedExpansion
for %%I in ("%~dp0..") do set "HANDLENS_HOME=%%~fI"
set "JDK="
if defined JAVA_HOME call :consider "%JAVA_HOME%"
for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\jdk-*" "%ProgramFiles%\Java\jdk-*" "%ProgramFiles%\Microsoft\jdk-*" "%ProgramFiles%\Zulu\zulu-*" "%USERPROFILE%\.jdks\*") do call :consider "%%~D"
for %%J in (java.exe) do if not "%%~$PATH:J"=="" for %%H in ("%%~dp$PATH:J..") do call :consider "%%~fH"
if not defined JDK (
    echo handlens: no JDK 25 or newer was found; install one ^(for example from https://adoptium.net^) or set JAVA_HOME to its folder. 1>&2
    exit /b 2
)
"%JDK%\bin\java.exe" -XX:+UseSerialGC -XX:MetaspaceSize=64m -Xshare:auto --enable-native-access=javafx.graphics,dev.handlens %HANDLENS_OPTS% "-Dhandlens.home=%HANDLENS_HOME%" --module-path "%HANDLENS_HOME%\lib" -m dev.handlens/dev.handlens.app.Main %*
exit /b %ERRORLEVEL%

rem Takes the JDK of a folder when none has been taken and its release file names version 25 or newer.
:consider
if defined JDK exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==." %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do (
    set "MAJOR=%%~V"
    set "MAJOR=!MAJOR:"=!"
    if !MAJOR! GEQ 25 set "JDK=%~1"
)
exit /b 0
