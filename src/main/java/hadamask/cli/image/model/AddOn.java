package hadamask.cli.image.model;

import hadamask.file.InputException;
import hadamask.file.ShellWord;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;

/// The jar that computes networks, which is not part of the program, and how it is got.
final class AddOn {
    static final String NAME = "hadamask-model.jar";
    /// What builds it in a checkout.
    private static final String BUILD = "src/model/pom.xml";

    private AddOn() {
    }

    /// The complaint that it is not there, with what to type.
    static InputException missing() {
        return new InputException("needs the add-on " + NAME + ", which " + state(), remedy()).at("--model");
    }

    /// The complaint that it was made for another version of the program.
    static InputException unlike(Error cause) {
        return new InputException("the add-on " + NAME + " does not fit this version (" + cause.getMessage() + ")",
                making())
                .at("--model");
    }

    private static String state() {
        return Files.exists(beside()) ? "is there, but was not loaded" : "is not there";
    }

    private static String remedy() {
        Path addOn = beside();
        if (Files.exists(addOn)) {
            return "run it by its launcher, or: java -cp " + ShellWord.of(program() + File.pathSeparator + addOn)
                    + " hadamask.Hadamask segment";
        }
        return making();
    }

    private static String making() {
        Path addOn = beside();
        Path folder = addOn.toAbsolutePath().getParent();
        Path top = folder == null ? null : folder.normalize().getParent();
        if (top != null && Files.exists(top.resolve(BUILD))) {
            return "make it by: mvn -f " + ShellWord.of(top.resolve(BUILD).toString()) + " package";
        }
        return "put that of this version into " + addOn.toAbsolutePath().normalize().getParent()
                + "; mvn -f " + BUILD + " package makes it in a checkout";
    }

    /// Where the launcher looks for it.
    private static Path beside() {
        return program().resolveSibling(NAME);
    }

    /// The jar, or the folder of classes, that the program is.
    private static Path program() {
        String classes = System.getProperty("java.class.path", "");
        int end = classes.indexOf(File.pathSeparatorChar);
        return Path.of(end < 0 ? classes : classes.substring(0, end));
    }
}
