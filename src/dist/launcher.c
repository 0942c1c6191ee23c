/* Starts the installed program: what scripts/hadamask does in a checkout, without a shell.
 *
 * Its folder, PREFIX/lib/hadamask, holds the program: this file as `launcher`, runtime/, hadamask.jar, hadamask.aot, help/ and
 * the options of the virtual machine. It is called by links, and a link's name is the command that is run: `segment` is
 * `hadamask segment`, where there is help/segment.txt.
 *
 *   HADAMASK_OPTS    options for Java, such as -XX:TieredStopAtLevel=4
 *
 * Linked statically: it runs where there is nothing but the C library that Java itself needs.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#define WRONG_USAGE 2
#define WIDE 100 /* columns; helps are there for so many, and for 80 */

static char top[PATH_MAX]; /* the folder of the program */

static void fail(int status, const char *format, ...) {
  va_list values;
  va_start(values, format);
  fputs("hadamask: ", stderr);
  vfprintf(stderr, format, values);
  fputc('\n', stderr);
  va_end(values);
  exit(status);
}

/* A text made as printf does, which is never given back: the process becomes another one soon. */
static char *text(const char *format, ...) {
  char *made;
  va_list values;
  va_start(values, format);
  if (vasprintf(&made, format, values) < 0) fail(1, "no memory is left");
  va_end(values);
  return made;
}

static char *in_top(const char *name) { return text("%s/%s", top, name); }

static int is(const char *word, const char *other) { return strcmp(word, other) == 0; }

static int begins(const char *word, const char *with) { return strncmp(word, with, strlen(with)) == 0; }

static const char *base_name(const char *path) {
  const char *slash = strrchr(path, '/');
  return slash ? slash + 1 : path;
}

/* Where this file is, which /proc may not tell. */
static void find_top(const char *called) {
  const char *path = (const char *)getauxval(AT_EXECFN);
  if (!realpath(path ? path : called, top)) fail(1, "%s: cannot find the program (%s)", called, strerror(errno));
  char *slash = strrchr(top, '/');
  *slash = '\0';
}

/* Prints a help, which was rendered when the package was built, and ends; returns where there is none. */
static void show(const char *name, FILE *out) {
  struct winsize size;
  int narrow = ioctl(fileno(out), TIOCGWINSZ, &size) == 0 && size.ws_col > 0 && size.ws_col < WIDE;
  FILE *in = fopen(text("%s/help/%s%s.txt", top, name, narrow ? ".80" : ""), "r");
  if (!in) return;
  char block[BUFSIZ];
  size_t length;
  while ((length = fread(block, 1, sizeof block, in)) > 0) {
    if (fwrite(block, 1, length, out) < length) exit(1);
  }
  exit(fflush(out) == 0 ? out == stderr ? WRONG_USAGE : 0 : 1);
}

static int asks_help(const char *word) { return is(word, "-h") || is(word, "--help"); }

static void show_help(const char *program, int has_command, int count, char **words) {
  if (!has_command && count == 0) show("hadamask", stderr);
  if (count == 1 && (asks_help(words[0]) || (!has_command && is(words[0], "help")))) {
    show(program, stdout);
  }
  if (!has_command && count == 2) {
    if (is(words[0], "help") || asks_help(words[0])) show(text("hadamask-%s", words[1]), stdout);
    if (asks_help(words[1])) show(text("hadamask-%s", words[0]), stdout);
  }
}

/* A standard stream that is closed would be reopened as the first file that Java opens, and reading or writing it would harm
 * that file: each is opened in the direction that fails. */
static void open_streams(void) {
  for (int stream = 0; stream <= 2; stream++) {
    if (fcntl(stream, F_GETFD) < 0 && open("/dev/null", stream == 0 ? O_WRONLY : O_RDONLY) < 0) {
      int ends[2]; /* no /dev: one end of a pipe will do */
      if (pipe(ends) != 0) continue;
      int kept = ends[stream == 0];
      if (kept != stream) dup2(kept, stream);
    }
  }
}

/* Where no locale is set, as by cron and in containers, Java would take names of files for ASCII. */
static void set_locale(void) {
  const char *names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  const char *locale = "";
  for (int i = 0; i < 3 && !*locale; i++) {
    const char *value = getenv(names[i]);
    if (value) locale = value;
  }
  if (!*locale || is(locale, "C") || is(locale, "POSIX")) setenv("LC_ALL", "C.UTF-8", 1);
}

static int is_batch(int count, char **words) {
  if (count > 12) return 1;
  for (int i = 0; i < count; i++) {
    if (is(words[i], "-r") || is(words[i], "--recursive") || begins(words[i], "--files")) return 1;
    if (is(words[i], "--page=all") || (is(words[i], "--page") && i + 1 < count && is(words[i + 1], "all"))) return 1;
  }
  return 0;
}

/* Whether a network is asked for: one picture at a time is computed, with all threads. */
static int has_network(int count, char **words) {
  for (int i = 0; i < count; i++) {
    if (is(words[i], "--model") || begins(words[i], "--model=")) return 1;
  }
  return 0;
}

/* The kind of work, after which the options of the virtual machine are chosen. */
static const char *machine(const char *command, int count, char **words) {
  const char *name = command;
  for (int i = 0; !name && i < count; i++) { /* options of every command may stand before it */
    if (is(words[i], "--max-memory")) i++;
    else if (words[i][0] != '-') name = words[i];
  }
  static const char *const pictures[] = {"segment", "refine", "apply", "score", "measure"};
  for (int i = 0; i < 5 && name; i++) {
    if (is(name, pictures[i])) return is_batch(count, words) && !has_network(count, words) ? "batch" : "images";
  }
  return "tables";
}

/* A number from the beginning of a small file of the system; -1 where there is none. */
static long long number_in(const char *path, const char *before) {
  char line[256];
  long long number = -1;
  FILE *in = fopen(path, "r");
  if (!in) return -1;
  if (fgets(line, sizeof line, in) && begins(line, before)) {
    char *end;
    number = strtoll(line + strlen(before), &end, 10);
    if (end == line + strlen(before)) number = -1; /* `max` */
  }
  fclose(in);
  return number;
}

static void limit_by_group(const char *folder, const char *file, long long *total) {
  char *group = text("%s", folder);
  while (begins(group, "/sys/fs/cgroup")) {
    long long bytes = number_in(text("%s/%s", group, file), "");
    if (bytes >= 1024 && bytes / 1024 < *total) *total = bytes / 1024;
    *strrchr(group, '/') = '\0';
  }
}

/* In kilobytes: the memory of the machine, or of the container where that has less; 0 where it is not known. */
static long long find_memory(void) {
  long long total = number_in("/proc/meminfo", "MemTotal:");
  if (total <= 0) return 0;
  FILE *groups = fopen("/proc/self/cgroup", "r");
  char line[PATH_MAX];
  while (groups && fgets(line, sizeof line, groups)) {
    line[strcspn(line, "\n")] = '\0';
    char *kind = strchr(line, ':');
    char *path = kind ? strchr(kind + 1, ':') : NULL;
    if (!path) continue;
    *path++ = '\0';
    if (kind[1] == '\0') limit_by_group(text("/sys/fs/cgroup%s", path), "memory.max", &total);
    else if (strstr(text(",%s,", kind + 1), ",memory,")) {
      limit_by_group(text("/sys/fs/cgroup/memory%s", path), "memory.limit_in_bytes", &total);
    }
  }
  if (groups) fclose(groups);
  return total;
}

/* In kilobytes: what a size such as 500M or 25% allows, no more than there is; 0 for what is no size, about which Java complains. */
static long long limit_of(const char *size) {
  size_t digits = strspn(size, "0123456789");
  const char *unit = size + digits;
  if (digits == 0 || digits > 12 || strlen(unit) > 1 || (*unit && !strchr("KkMmGg%", *unit))) return 0;
  long long number = strtoll(size, NULL, 10);
  if (number == 0) return 0;
  long long total = find_memory();
  long long limit;
  switch (*unit) {
    case 'K': case 'k': limit = number; break;
    case 'M': case 'm': limit = number * 1024; break;
    case 'G': case 'g': limit = number * 1048576; break;
    case '%':
      if (number > 100 || total == 0) return 0;
      limit = total / 100 * number;
      break;
    default: limit = number / 1024;
  }
  return total > 0 && limit > total ? total : limit;
}

/* Adds a heap that leaves of --max-memory what the virtual machine takes beside it, as measured (security.md); a 32nd of the
 * limit is for threads, a 16th for native decoders of images. */
static char **add_bounds(char **to, const char *kind, int count, char **words) {
  const char *size = NULL;
  for (int i = 0; i < count && !is(words[i], "--"); i++) {
    if (asks_help(words[i])) return to;
    if (is(words[i], "--max-memory")) size = i + 1 < count ? words[++i] : "";
    else if (begins(words[i], "--max-memory=")) size = words[i] + strlen("--max-memory=");
  }
  long long limit = size ? limit_of(size) : 0;
  if (limit == 0) return to;
  long long beside = is(kind, "images") ? 81920 : 98304;
  int shares = is(kind, "tables") ? 1 : 3;
  const long long least = 24576;
  long long heap = limit - limit / 32 * shares - beside;
  if (has_network(count, words) && heap > limit / 4) heap = limit / 4; /* the rest is the network's */
  if (heap < least) {
    fail(WRONG_USAGE, "--max-memory: %s is too little to start with, expected at least %lldM", size,
         (beside + least) * 32 / (32 - shares) / 1024 + 1);
  }
  *to++ = text("-Xmx%lldk", heap);
  *to++ = "-XX:MaxDirectMemorySize=16m";
  *to++ = text("-Dhadamask.memory=%lld", limit);
  if (is(kind, "batch") && heap < 524288) {
    *to++ = text("-Xms%lldk", heap / 4);
    *to++ = text("-Xmn%lldk", heap / 8);
  }
  setenv("MALLOC_ARENA_MAX", "4", 1); /* what native code frees goes back to the system */
  setenv("MALLOC_MMAP_THRESHOLD_", "1048576", 1);
  return to;
}

/* Progress is drawn on a terminal only; pictures are not written to one, and what is to be typed at one is said. */
static char **add_terminals(char **to) {
  const char *term = getenv("TERM");
  if (isatty(2) && term && !is(term, "dumb")) *to++ = "-Dhadamask.terminal=true";
  if (isatty(1)) *to++ = "-Dhadamask.terminal.out=true";
  if (isatty(0)) *to++ = "-Dhadamask.terminal.in=true";
  return to;
}

/* The program, and the add-on for networks where one may be asked for and it is there: behind the program, so that the cache fits. */
static char *classes(int count, char **words) {
  char *program = in_top("hadamask.jar");
  char *add_on = in_top("hadamask-model.jar");
  for (int i = 0; i < count; i++) {
    if (begins(words[i], "--model") || begins(words[i], "--choices") || begins(words[i], "--settings")) {
      return access(add_on, R_OK) == 0 ? text("%s:%s", program, add_on) : program;
    }
  }
  return program;
}

int main(int count, char **words) {
  find_top(words[0]);
  const char *program = base_name(words[0]);
  int has_command = !is(program, "hadamask") && access(text("%s/help/%s.txt", top, program), R_OK) == 0;
  if (!has_command) program = "hadamask";
  const char *command = has_command ? program : NULL;
  count--;
  words++;
  show_help(program, has_command, count, words);
  open_streams();
  set_locale();

  if (access("/proc/self/exe", F_OK) != 0) { /* the loader does not know then what is beside the program that it loads */
    const char *given = getenv("LD_LIBRARY_PATH");
    setenv("LD_LIBRARY_PATH", text("%s/runtime/lib:%s/runtime/lib/server:%s", top, top, given ? given : ""), 1);
  }

  const char *kind = machine(command, count, words);
  const char *options = getenv("HADAMASK_OPTS");
  char **arguments = calloc((size_t)count + (options ? strlen(options) : 0) + 32, sizeof *arguments);
  if (!arguments) fail(1, "no memory is left");
  char **to = arguments;
  char *java = in_top("runtime/bin/java");
  *to++ = java;
  *to++ = text("@%s/jvm.options", top);
  *to++ = text("@%s/%s.options", top, kind);
  to = add_terminals(to);
  char **unbounded = to;
  to = add_bounds(to, kind, count, words);
  if (has_network(count, words)) { /* what a picture has taken goes back to the system, and no threads keep pieces of their own */
    setenv("MALLOC_ARENA_MAX", "1", 1);
    setenv("MALLOC_MMAP_THRESHOLD_", "1048576", 1);
    if (to == unbounded) *to++ = "-Xms64m"; /* what pictures leave behind is collected before it has filled a share of the machine */
  }
  *to++ = text("-XX:AOTCache=%s/hadamask.aot", top);
  *to++ = text("-Dhadamask.program=%s", program);
  for (char *word = options ? strtok(text("%s", options), " \t\n") : NULL; word; word = strtok(NULL, " \t\n")) *to++ = word;
  *to++ = "-cp";
  *to++ = classes(count, words);
  *to++ = "hadamask.Hadamask";
  if (command) *to++ = (char *)command;
  memcpy(to, words, (size_t)count * sizeof *words);
  execv(java, arguments);
  fail(1, "%s cannot be run (%s)", java, strerror(errno));
}
