package hadamask.cli;

/// What `--version` prints.
final class Version {
    private Version() {
    }

    static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return "hadamask " + (version == null ? "(not packaged)" : version) + "\nJava "
                + Runtime.version() + "\nGPL-3.0-or-later\n";
    }
}
