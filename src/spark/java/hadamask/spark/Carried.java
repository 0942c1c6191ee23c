package hadamask.spark;

import hadamask.file.Input;
import hadamask.file.InputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Serializable;
import java.util.HashMap;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;

/// Files that options name, such as settings, choices and a background: read once, by the driver, from wherever they are; each task finds
/// them in what it is sent.
final class Carried implements Serializable {
    private static final long serialVersionUID = 1;

    private final HashMap<String, byte[]> contents = new HashMap<>();
    private final transient @Nullable Configuration settings;

    /// @param settings of the stores; null where nothing more is read
    Carried(@Nullable Configuration settings) {
        this.settings = settings;
    }

    /// What an argument names.
    Input input(String argument) {
        return Input.stream(argument, new ByteArrayInputStream(content(argument)));
    }

    private synchronized byte[] content(String argument) {
        byte[] known = contents.get(argument);
        if (known != null) {
            return known;
        }
        Configuration store = settings;
        if (store == null) {
            throw new IllegalStateException(argument + " was not read by the driver");
        }
        if (argument.equals("-")) {
            throw new InputException("is for one machine, expected a file").at(Input.STANDARD);
        }
        try {
            byte[] read = new Stores(store).bytes(Address.of(argument, store));
            contents.put(argument, read);
            return read;
        } catch (IOException e) {
            throw new InputException("cannot be read: " + Stores.reason(e), e).at(argument);
        }
    }
}
