package hadamask.spark;

import hadamask.batch.FileState;
import hadamask.batch.Source;
import hadamask.batch.Walk;
import hadamask.codec.format.ImageFormat;
import hadamask.file.FilePath;
import hadamask.file.InputException;
import hadamask.spark.archive.ArchiveFormat;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.jspecify.annotations.Nullable;

/// Finds the images of a run, on the driver, with their sizes: one call to the store for each folder.
final class Listing {
    private static final Pattern GLOB = Pattern.compile("[*?\\[{]");
    private static final Comparator<FileStatus> BY_NAME = (a, b) -> Arrays.compareUnsigned(
            a.getPath().getName().getBytes(StandardCharsets.UTF_8),
            b.getPath().getName().getBytes(StandardCharsets.UTF_8));

    private final Configuration settings;
    private final Stores stores;
    private final boolean recursive;
    private final Set<String> results = new HashSet<>();
    private final Walk walk;
    private final List<InputException> unreadable;
    private final List<Source> sources = new ArrayList<>();
    private final List<@Nullable FileState> states = new ArrayList<>();
    /// The archives, by their place among the images from 0.
    private final Map<Integer, Shard.Archive> archives = new HashMap<>();

    /// @param results folders that are not searched
    /// @param unreadable takes those that could not be searched
    Listing(Configuration settings, boolean recursive, List<String> results, List<InputException> unreadable) {
        this.settings = settings;
        this.recursive = recursive;
        this.unreadable = unreadable;
        stores = new Stores(settings);
        Set<Path> local = new HashSet<>();
        for (String folder : results) {
            Address address = new Address(folder);
            Path real = address.isLocal() ? FilePath.real(address.path()) : null;
            if (real != null) {
                local.add(real);
            } else if (!address.isLocal()) {
                this.results.add(address.hadoop().toString());
            }
        }
        walk = new Walk(local, Listing::isArchive);
    }

    /// The images that were found, in order.
    List<Source> sources() {
        unreadable.addAll(walk.unreadable());
        return Collections.unmodifiableList(sources);
    }

    /// Which of them are archives, by their place from 0: of each a single image stands for all.
    Map<Integer, Shard.Archive> archives() {
        return archives;
    }

    /// What is known of them; null of one that is not there.
    List<@Nullable FileState> states() {
        return states;
    }

    /// Adds what an argument names: a file, a folder, or a pattern of names.
    void addNamed(String argument) {
        Address address = Address.of(argument, settings);
        try {
            if (GLOB.matcher(argument).find() && !stores.exists(address)) {
                addMatches(address);
            } else {
                add(address);
            }
        } catch (IOException e) {
            throw Stores.unreachable(argument, e);
        }
    }

    /// Adds what a list names.
    void addListed(String name) {
        try {
            add(Address.of(name, settings));
        } catch (IOException e) {
            throw Stores.unreachable(name, e);
        }
    }

    private void addMatches(Address pattern) throws IOException {
        FileStatus[] found = stores.store(pattern).globStatus(pattern.hadoop());
        if (found == null || found.length == 0) {
            throw new InputException("no file has a name like that").at(pattern.words());
        }
        for (FileStatus status : found) {
            if (pattern.isLocal()) {
                Path path = Path.of(status.getPath().toUri().getPath());
                add(Address.of(pattern.words().startsWith("/") ? path : Path.of("").toAbsolutePath().relativize(path)));
            } else {
                add(new Address(status.getPath().toString()), status);
            }
        }
    }

    private void add(Address address) throws IOException {
        if (!address.isLocal()) {
            FileStatus status;
            try {
                status = stores.status(address);
            } catch (FileNotFoundException e) {
                status = null; // said when it is its turn
            }
            add(address, status);
        } else if (recursive && Files.isDirectory(address.path())) {
            walk.search(address.path(), this::addLocal);
        } else {
            addLocal(address.path(), null);
        }
    }

    private static boolean isImage(String name) {
        return ImageFormat.ofName(name) != null;
    }

    private static boolean isArchive(String name) {
        return ArchiveFormat.ofName(name) != null || ArchiveFormat.isPart(name);
    }

    private void addLocal(Path file, @Nullable Path folder) {
        add(file, folder, FileState.of(file));
    }

    private void add(Path file, @Nullable Path folder, @Nullable FileState state) {
        ArchiveFormat format = format(file, folder, state);
        if (format != null && state != null) {
            String name = file.getFileName().toString();
            Shard.Archive archive = new Shard.Archive(FilePath.words(file.toString()),
                    folder == null ? name : folder.resolve(name).toString(), format, state.size(), state.modified());
            archives.put(sources.size(), archive);
            sources.add(archive.any(sources.size() + 1));
        } else if (folder == null || !ArchiveFormat.isPart(file.getFileName().toString())) {
            sources.add(new Source(file, folder, sources.size() + 1));
        } else {
            return; // a part that is no archive
        }
        states.add(state);
    }

    /// The kind of archive that a file is: its name says so, or, where it has no ending, its first bytes. Null for none.
    private @Nullable ArchiveFormat format(Path file, @Nullable Path folder, @Nullable FileState state) {
        String name = file.getFileName().toString();
        ArchiveFormat named = ArchiveFormat.ofName(name);
        if (named != null || state == null || (folder == null ? name.indexOf('.') >= 0 : !ArchiveFormat.isPart(name))) {
            return named;
        }
        try (InputStream in = stores.open(Address.of(file))) {
            return ArchiveFormat.isSequence(in.readNBytes(ArchiveFormat.OPENING)) ? ArchiveFormat.SEQUENCE : null;
        } catch (IOException e) {
            return null; // said when it is its turn
        }
    }

    private void add(Address address, @Nullable FileStatus status) {
        if (recursive && status != null && status.isDirectory()) {
            search(status, Path.of(""));
        } else {
            add(address.path(), null, status == null || status.isDirectory() ? null : state(status));
        }
    }

    /// Searches a folder as [Walk] does one of the machine.
    private void search(FileStatus folder, Path below) {
        FileStatus[] entries;
        try {
            entries = folder.getPath().getFileSystem(settings).listStatus(folder.getPath());
        } catch (IOException e) {
            unreadable.add(
                    new InputException("cannot be searched: " + Stores.reason(e), e).at(folder.getPath().toString()));
            return;
        }
        Arrays.sort(entries, BY_NAME);
        for (FileStatus entry : entries) {
            String name = entry.getPath().getName();
            if (name.startsWith(".")) {
                continue;
            }
            if (entry.isDirectory()) {
                if (!results.contains(entry.getPath().toString())) {
                    search(entry, below.resolve(name));
                }
            } else if (isImage(name) || isArchive(name)) {
                add(new Address(entry.getPath().toString()).path(), below, state(entry));
            }
        }
    }

    private static FileState state(FileStatus status) {
        return new FileState(status.getLen(), status.getModificationTime() * 1_000_000L, -1);
    }

    /// Adds the names of a text.
    ///
    /// @param end what each ends in
    void addNames(String list, String end) {
        Address address = Address.of(list, settings);
        try {
            String names = new String(stores.bytes(address), StandardCharsets.UTF_8);
            Stream<String> all = end.equals("\n") ? names.lines() : Stream.of(names.split(end));
            all.filter(name -> !name.isEmpty()).forEach(this::addListed);
        } catch (IOException e) {
            throw new InputException("cannot be read: " + Stores.reason(e), e).at(list);
        }
    }
}
