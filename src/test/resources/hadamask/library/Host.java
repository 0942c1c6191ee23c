package example;

import hadamask.codec.ImageDecoder;
import hadamask.file.InputException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ImageWriterSpi;

/// Runs the example, decodes further pictures, and says what has changed in the virtual machine that it is a guest of.
public final class Host {
    public static void main(String[] args) throws Exception {
        List<String> codecs = codecs();
        Set<Thread> threads = threads();
        Example.main(new String[]{args[0], args[1]});
        decode(Path.of("pictures"));
        IO.println("codecs as before: " + codecs.equals(codecs()));
        Set<Thread> left = threads();
        left.removeAll(threads);
        for (Thread thread : left) {
            thread.join(isOfJava(thread) ? 1 : 5000);
        }
        left.removeIf(thread -> !thread.isAlive() || isOfJava(thread));
        IO.println("threads left: " + left);
        var loggers = Host.class.getClassLoader().getResources("META-INF/services/org.slf4j.spi.SLF4JServiceProvider");
        IO.println("loggers: " + Collections.list(loggers));
        Set<String> names = new TreeSet<>();
        for (String path : System.getProperty("java.class.path").split(File.pathSeparator)) {
            names.add(Path.of(path).getFileName().toString().replaceFirst("-[0-9].*", ""));
        }
        IO.println("class path: " + String.join(" ", names));
    }

    private static void decode(Path folder) throws IOException {
        try (Stream<Path> pictures = Files.list(folder)) {
            for (Path picture : pictures.sorted().toList()) {
                IO.print(picture.getFileName() + ": ");
                try {
                    ImageDecoder.decode(Files.readAllBytes(picture));
                    IO.println("read");
                } catch (InputException e) {
                    IO.println(e.getMessage());
                }
            }
        }
    }

    private static List<String> codecs() {
        List<String> names = new ArrayList<>();
        IIORegistry registry = IIORegistry.getDefaultInstance();
        registry.getServiceProviders(ImageReaderSpi.class, true).forEachRemaining(spi -> names.add(spi.toString()));
        registry.getServiceProviders(ImageWriterSpi.class, true).forEachRemaining(spi -> names.add(spi.toString()));
        return names;
    }

    /// Those of Java itself, such as that of its graphics, and of the pool that all programs share.
    private static boolean isOfJava(Thread thread) {
        return thread.getThreadGroup().getName().equals("system")
                || thread.getName().startsWith("ForkJoinPool.commonPool");
    }

    private static Set<Thread> threads() {
        return new HashSet<>(Thread.getAllStackTraces().keySet());
    }
}
