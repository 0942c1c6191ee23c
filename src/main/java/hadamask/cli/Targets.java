package hadamask.cli;

import hadamask.file.InputException;
import hadamask.image.ImageFormat;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds the targets that an option names.
final class Targets {
    /// Where the result of an input goes: decided before the first input is read.
    ///
    /// @param input the argument that names the image
    /// @param output where its result goes, a path or `-`
    /// @param format of the result
    record Target(String input, String output, ImageFormat format) {}

    private Targets() {
    }

    /// @param option the option, for messages
    /// @param given its value: a file, a folder that exists or ends in `/`, `-`, or null when it was not given
    /// @param suffix what the names of results without a given name end in, such as `-cutout`
    /// @return a target for each input, or an empty list when there is neither a value nor a suffix
    static List<Target> of(Command command, String option, @Nullable String given, @Nullable String suffix,
            List<String> inputs) {
        if (given == null && suffix == null) {
            return List.of();
        }
        List<Target> targets = new ArrayList<>();
        boolean folder = given != null && isFolder(given);
        if (given != null && !folder && inputs.size() > 1) {
            throw command.usage(option, given + " is one file for " + inputs.size()
                    + " images, expected a folder (which exists, or ends in /)");
        }
        for (String input : inputs) {
            String output = given == null ? besides(input, suffix) : folder ? inFolder(given, input) : given;
            targets.add(new Target(input, output, PictureOptions.format(command, option, output)));
        }
        requireDistinct(command, option, targets);
        for (Target target : targets) {
            command.requireNotAnInput(option, target.output(), inputs);
        }
        return targets;
    }

    /// Makes the folders that outputs with an ending slash ask for.
    ///
    /// @throws InputException if they cannot be made
    static void createFolder(@Nullable String given) {
        if (given == null || !given.endsWith("/")) {
            return;
        }
        Path folder = Console.path(given);
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new InputException("is a file, expected a folder").at(given);
        }
        try {
            Files.createDirectories(folder);
        } catch (FileSystemException e) {
            throw new InputException("cannot be made: " + (e.getReason() == null ? "permission denied" : e.getReason()),
                    e).at(given);
        } catch (IOException e) {
            throw new InputException("cannot be made: " + e.getMessage(), e).at(given);
        }
    }

    private static boolean isFolder(String given) {
        return !given.equals("-") && (given.endsWith("/") || Files.isDirectory(Console.path(given)));
    }

    private static String besides(String input, @Nullable String suffix) {
        return input.equals("-") ? "-" : stem(input) + suffix + ".png";
    }

    private static String inFolder(String folder, String input) {
        String stem = input.equals("-") ? "standard-input" : stem(input);
        return Console.path(folder).resolve(stem + ".png").toString();
    }

    /// The name of a file without its folders and its ending.
    private static String stem(String input) {
        Path name = Console.path(input).getFileName();
        String file = name == null ? "image" : name.toString();
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }

    /// Refuses results of different options that would be written to one file: the later would replace the earlier.
    ///
    /// @param results the files of each option
    static void requireDistinct(Command command, Map<String, List<String>> results) {
        Map<Path, String> taken = new HashMap<>();
        results.forEach((option, files) -> {
            for (String file : files) {
                // Devices, such as /dev/null, take any number of results.
                Path path = Console.path(file).toAbsolutePath().normalize();
                boolean replaced = !file.equals("-") && (Files.isRegularFile(path) || !Files.exists(path));
                String before = replaced ? taken.putIfAbsent(path, option) : null;
                if (before != null) {
                    throw command.usage(option, file + " is also written by " + before + ", expected another name");
                }
            }
        });
    }

    private static void requireDistinct(Command command, String option, List<Target> targets) {
        Map<String, String> taken = new HashMap<>();
        for (Target target : targets) {
            String before = taken.put(target.output(), target.input());
            if (before != null) {
                throw command.usage(option,
                        before + " and " + target.input() + " would both be written to " + target.output());
            }
        }
    }
}
