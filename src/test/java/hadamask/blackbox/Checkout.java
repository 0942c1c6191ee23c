package hadamask.blackbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// A checkout of the project in which nothing was built, and a Maven that makes what it makes from a copy, as fast as the
/// test wants it.
///
/// `mvn` notes each call in the file `calls`, says what is in `says`, takes as many seconds as the file `takes` says, and then
/// hands over the program of this build, or fails where there is a file `fails`.
final class Checkout {
    private static final String MAVEN = """
            #!/bin/sh
            takes=0
            [ ! -f "$TEST/takes" ] || read -r takes <"$TEST/takes"
            echo "$$ $JAVA_HOME" >>"$TEST/calls"
            for word; do case $word in -Dbuild.folder=*) folder=${word#*=} ;; esac; done
            mkdir -p "$folder/made/help" && sh src/build/fingerprint >"$folder/made/built" || exit 1
            head -c 1000 "$PROJECT/target/hadamask.jar" >"$folder/made/hadamask.jar"
            sleep "$takes"
            [ ! -f "$TEST/says" ] || cat "$TEST/says"
            [ ! -f "$TEST/fails" ] || exit 1
            cd "$PROJECT/target" || exit 1
            made=$OLDPWD/$folder/made
            cp -p hadamask.jar hadamask.aot java-home "$made" && cp -p help/* "$made/help" && cd "$OLDPWD" &&
              sh src/build/publish "$folder"
            """;

    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();

    /// @param folder an empty folder; the checkout is `hadamask` in it, Maven is in `bin`
    Checkout(Path folder) {
        this.folder = folder;
        Launched.run(Launched.PROJECT,
                "mkdir -p '" + folder + "/hadamask/src' '" + folder + "/bin' && cp -Rp scripts pom.xml '" + folder
                        + "/hadamask' && cp -Rp src/build src/main '" + folder + "/hadamask/src'")
                .succeeded();
        Files.write(folder.resolve("a.png"), Files.disc(90, 70));
        program("mvn", MAVEN);
        environment.put("HADAMASK_BUILD", "");
        environment.put("TEST", folder.toString());
        environment.put("PROJECT", Launched.PROJECT.toString());
        environment.put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
        environment.put("HADAMASK_JAVA", System.getProperty("java.home"));
    }

    /// A script on the `PATH`.
    Path program(String name, String text) {
        Path script = Files.write(folder.resolve("bin/" + name), text);
        try {
            java.nio.file.Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return script;
    }

    /// What commands are to find in their environment.
    Checkout with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    Launched run(String command) {
        return Launched.run(folder, environment, command);
    }

    /// Starts a command that goes on; its standard error is the file `err`.
    Process start(String command) {
        return Launched.start(folder, environment, "exec 2>'" + folder + "/err'; exec " + command);
    }

    /// How often Maven was called.
    List<String> calls() {
        return Files.exists(file("calls")) ? Files.text(file("calls")).lines().toList() : List.of();
    }

    /// The names in `target`, without those of help texts.
    String target() {
        TreeSet<String> names = new TreeSet<>(List.of(java.util.Objects
                .requireNonNullElse(file("hadamask/target").toFile().list(), new String[0])));
        return String.join(" ", names);
    }
}
