package hadamask.cli.image.model;

import hadamask.cli.Console;
import hadamask.file.FilePath;
import hadamask.file.Input;
import hadamask.file.InputException;
import hadamask.segment.network.NetworkAdjustments;
import hadamask.segment.network.NetworkInterface;
import hadamask.segment.network.NetworkKind;
import hadamask.segment.network.NetworkProvider;
import hadamask.segment.network.ObjectNetwork;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import org.jspecify.annotations.Nullable;

/// The networks of a run: each is loaded when it is asked for first, and once.
public final class Models implements AutoCloseable {
    private static final int PIECE = 1 << 20;

    private final Console console;
    private final int threads;
    private final Map<Key, ObjectNetwork> open = new LinkedHashMap<>();

    /// A file, and what is said of it.
    private record Key(String file, NetworkAdjustments adjustments) {}

    /// @param threads that a network may compute with
    public Models(Console console, int threads) {
        this.console = console;
        this.threads = threads;
    }

    /// The network of a file. What is guessed about it is said.
    ///
    /// @throws InputException if it cannot be read, is no network that tells an object, or if the add-on is missing
    public synchronized ObjectNetwork of(String file, NetworkAdjustments adjustments) {
        Key key = new Key(file, adjustments);
        ObjectNetwork known = open.get(key);
        if (known == null) {
            known = loaded(file, adjustments);
            open.put(key, known);
        }
        return known;
    }

    private ObjectNetwork loaded(String file, NetworkAdjustments adjustments) {
        NetworkProvider provider = provider();
        Path path = FilePath.of(file);
        requireFile(path, file);
        ObjectNetwork network;
        try {
            network = ObjectNetwork.of(file,
                    new WatchedNetwork(provider.open(path, threads), console.memory()), adjustments);
        } catch (InputException e) {
            throw e.where().isEmpty() ? e.at(file) : e;
        } catch (LinkageError e) {
            throw AddOn.unlike(e);
        }
        NetworkInterface face = network.face();
        if (!face.certain()) {
            console.note("note: " + file + ": is taken for " + face.description() + remedy(face.kind()));
        }
        console.explain(() -> file + ": " + face.description() + "; " + threads + " threads");
        return network;
    }

    /// What can be said of a file that may be another network.
    private static String remedy(NetworkKind kind) {
        return kind == NetworkKind.MODNET
                ? " (say --model-size 1024 --model-mean 0.5 --model-std 1 if it is RMBG-1.4, --model-mean 0.5 --model-std 0.5 if this is right)"
                : " (say --model-mean and --model-std if it wants others)";
    }

    private static NetworkProvider provider() {
        try {
            return NetworkProvider.first().orElseThrow(AddOn::missing);
        } catch (ServiceConfigurationError e) {
            throw AddOn.unlike(e);
        }
    }

    private static void requireFile(Path path, String file) {
        try (InputStream in = Input.file(path).open()) {
            if (in.read() < 0) {
                throw new InputException("is empty, expected a network in the format ONNX").at(file);
            }
        } catch (IOException e) {
            throw new InputException("cannot be read: " + Input.reason(e), e).at(file);
        }
    }

    /// All that the files of the networks say, for the journal: the SHA-256 of each, and of the files of numbers beside it.
    ///
    /// @param files the names of the files
    /// @return empty without a file
    public static String checksums(List<String> files) {
        StringBuilder text = new StringBuilder();
        for (String file : files) {
            for (Path path : parts(FilePath.of(file))) {
                text.append(' ').append(path.getFileName()).append(' ').append(checksum(path, file));
            }
        }
        return text.toString();
    }

    /// A network of more than 2 GB has its numbers in files whose names begin with its own, such as `model.onnx_data`.
    private static List<Path> parts(Path file) {
        List<Path> parts = new ArrayList<>(List.of(file));
        Path folder = file.toAbsolutePath().getParent();
        Path name = file.getFileName();
        if (folder != null && name != null) {
            try (DirectoryStream<Path> beside = Files.newDirectoryStream(folder,
                    other -> isPart(name.toString(), other.getFileName()))) {
                beside.forEach(parts::add);
            } catch (IOException e) {
                throw new InputException("cannot be read: " + Input.reason(e), e).at(folder.toString());
            }
        }
        parts.subList(1, parts.size()).sort(null);
        return parts;
    }

    private static boolean isPart(String name, @Nullable Path other) {
        String word = String.valueOf(other);
        return word.length() > name.length() && word.startsWith(name) && "._".indexOf(word.charAt(name.length())) >= 0;
    }

    private static String checksum(Path path, String file) {
        try (InputStream in = Input.file(path).open()) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] piece = new byte[PIECE];
            try (DigestInputStream all = new DigestInputStream(in, digest)) {
                while (all.read(piece) >= 0) {
                    // the digest has seen it
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new InputException("cannot be read: " + Input.reason(e), e).at(file);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    @Override
    public synchronized void close() {
        open.values().forEach(ObjectNetwork::close);
        open.clear();
    }
}
