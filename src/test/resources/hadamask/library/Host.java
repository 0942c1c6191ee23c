package example;

import hadamask.image.ImageDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ImageWriterSpi;

/// Runs the example, decodes further pictures, and says what has changed in the virtual machine that it is a guest of.
public final class Host {
    public static void main(String[] args) throws Exception {
        List<String> codecs = codecs();
        Set<Thread> threads = threads();
        Example.main(new String[]{args[0], args[1]});
        for (String picture : System.getProperty("decode", "").split(",")) {
            try {
                IO.println(ImageDecoder.decode(Files.readAllBytes(Path.of(picture))));
            } catch (RuntimeException e) {
                IO.println(e.getMessage());
            }
        }
        IO.println("codecs as before: " + codecs.equals(codecs()));
        Set<Thread> left = threads();
        left.removeAll(threads);
        for (Thread thread : left) {
            thread.join(5000);
        }
        left.removeIf(thread -> !thread.isAlive() || thread.getName().startsWith("ForkJoinPool.commonPool"));
        IO.println("threads left: " + left);
        IO.println("handlers: " + java.util.logging.Logger.getLogger("").getHandlers().length);
        Set<String> names = new TreeSet<>();
        for (String path : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
            names.add(Path.of(path).getFileName().toString().replaceFirst("-[0-9].*", ""));
        }
        IO.println("class path: " + String.join(" ", names));
        List<String> loggers = new ArrayList<>();
        ServiceLoader.load(org.slf4j.spi.SLF4JServiceProvider.class)
                .forEach(provider -> loggers.add(provider.getClass().getName()));
        IO.println("loggers: " + loggers);
    }

    private static List<String> codecs() {
        List<String> names = new ArrayList<>();
        IIORegistry registry = IIORegistry.getDefaultInstance();
        registry.getServiceProviders(ImageReaderSpi.class, true).forEachRemaining(spi -> names.add(spi.toString()));
        registry.getServiceProviders(ImageWriterSpi.class, true).forEachRemaining(spi -> names.add(spi.toString()));
        return names;
    }

    private static Set<Thread> threads() {
        return new HashSet<>(Thread.getAllStackTraces().keySet());
    }
}
