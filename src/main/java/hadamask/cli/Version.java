package hadamask.cli;

/// What `--version` prints.
public final class Version {
    private Version() {
    }

    /// The version of the program.
    public static String number() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }

    static String text() {
        return "hadamask " + number() + "\nJava "
                + Runtime.version() + "\nGPL-3.0-or-later\n";
    }
}
