@echo off
rem Runs Hadamask on Windows, as it was built by: mvn package
rem
rem   scripts\hadamask COMMAND ...   or, under a command's own name: scripts\segment, scripts\distances, scripts\similarity
rem
rem   HADAMASK_JAVA    the java.exe to use, of version 25 or later, or the folder of its JDK
rem   HADAMASK_OPTS    options for it, such as -Xmx2g
rem
rem Options of Java that Windows does not have are passed over. Progress is drawn by lines, and --max-memory needs an -Xmx.
setlocal DisableDelayedExpansion
set "here=%~dp0"
set "target=%here%..\target"
if not exist "%target%\hadamask.jar" (
  echo hadamask: %target%\hadamask.jar is not there, expected the program ^(build it: mvn -DskipTests package^) 1>&2
  exit /b 1
)

set "java=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
if defined HADAMASK_JAVA set "java=%HADAMASK_JAVA%"
if exist "%java%\bin\java.exe" set "java=%java%\bin\java.exe"

rem Pictures, many pictures, or tables: each has options of its own.
set "kind=tables"
for %%c in (segment refine apply score measure) do if "%~1"=="%%c" set "kind=images"
if "%kind%"=="tables" goto known
:next
if "%~1"=="" goto known
for %%w in (-r --recursive --files-from --files0-from) do if "%~1"=="%%w" set "kind=batch"
shift
goto next
:known

set "cache="
if exist "%target%\hadamask.aot" set "cache=-XX:AOTCache="%target%\hadamask.aot""
"%java%" -XX:+IgnoreUnrecognizedVMOptions @"%here%jvm.options" @"%here%%kind%.options" %cache% %HADAMASK_OPTS% -cp "%target%\hadamask.jar" hadamask.Hadamask %*
exit /b %errorlevel%
