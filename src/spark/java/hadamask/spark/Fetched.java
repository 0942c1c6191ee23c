package hadamask.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;

/// Files of a store as files of the machine, fetched once for a process and removed with it.
final class Fetched {
    private static final Map<Address, Path> KNOWN = new HashMap<>();

    private Fetched() {
    }

    /// Where a file can be read on this machine: itself, where it is one of the machine.
    static synchronized Path local(Address address, Configuration settings) throws IOException {
        if (address.isLocal()) {
            return address.path();
        }
        Path known = KNOWN.get(address);
        if (known == null) {
            Path folder = Files.createTempDirectory("hadamask-table");
            folder.toFile().deleteOnExit();
            known = folder.resolve(address.name());
            known.toFile().deleteOnExit();
            try (var in = new Stores(settings).open(address)) {
                Files.copy(in, known);
            }
            KNOWN.put(address, known);
        }
        return known;
    }
}
