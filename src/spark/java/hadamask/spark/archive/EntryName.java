package hadamask.spark.archive;

import hadamask.file.InputException;
import java.util.ArrayList;
import java.util.List;

/// Names in archives, which strangers have written.
public final class EntryName {
    private EntryName() {
    }

    /// The name of an entry below its archive, without what leads nowhere, such as the `./` that `tar -c .` begins names with.
    ///
    /// @throws InputException if it leads out of the archive, or is none
    public static String below(String written) {
        if (written.startsWith("/")) {
            throw new InputException("has an absolute name, expected one below the archive");
        }
        List<String> parts = new ArrayList<>();
        for (String part : written.split("/", -1)) {
            if (part.equals("..")) {
                throw new InputException("has a name that leads out of the archive, expected one below it");
            }
            if (part.indexOf('\0') >= 0) {
                throw new InputException("has a zero byte in its name");
            }
            if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        if (parts.isEmpty()) {
            throw new InputException("has no name");
        }
        return String.join("/", parts);
    }
}
