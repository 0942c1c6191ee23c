package hadamask.codec.jpeg;

import java.io.IOException;
import java.util.Iterator;
import java.util.function.Predicate;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ImageReaderWriterSpi;
import javax.imageio.spi.ImageWriterSpi;

/// The platform's own JPEG codec, without a search for others on the class path.
///
/// The launcher opens the package of the codec (`jvm.options`), so that its provider is made at once. Where nobody has, as in a
/// program that uses this library, the registry of image plug-ins is asked. It starts the desktop's classes and the search for a
/// logger, and looks for more plug-ins through the context class loader of the thread that asks first, which opens every library;
/// at least that is spared.
public final class PlatformCodec {
    private static final String VENDOR_PACKAGE = "com.sun.imageio.plugins.jpeg";

    private PlatformCodec() {
    }

    /// Loads and initialises the reader; when that fails, the first reading says why.
    public static void prepare() {
        try {
            jpegReader().dispose();
        } catch (IOException e) {
            // said by the first reading
        }
    }

    static ImageReader jpegReader() throws IOException {
        return provider(ImageReaderSpi.class, "JPEGImageReaderSpi").createReaderInstance();
    }

    static ImageWriter jpegWriter() throws IOException {
        return provider(ImageWriterSpi.class, "JPEGImageWriterSpi").createWriterInstance();
    }

    private static <T extends ImageReaderWriterSpi> T provider(Class<T> category, String name) throws IOException {
        try {
            return category.cast(
                    Class.forName(VENDOR_PACKAGE + "." + name).getConstructor().newInstance());
        } catch (ReflectiveOperationException e) {
            return registered(category);
        }
    }

    /// The same provider, from the registry.
    static <T extends ImageReaderWriterSpi> T registered(Class<T> category) throws IOException {
        Predicate<T> isJpeg = spi -> spi.getClass().getPackageName().equals(VENDOR_PACKAGE);
        Iterator<T> all = registry().getServiceProviders(category, false);
        while (all.hasNext()) {
            T spi = all.next();
            if (isJpeg.test(spi)) {
                return spi;
            }
        }
        throw new IOException("this Java platform has no JPEG codec");
    }

    private static IIORegistry registry() {
        Thread thread = Thread.currentThread();
        ClassLoader loader = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            return IIORegistry.getDefaultInstance();
        } finally {
            thread.setContextClassLoader(loader);
        }
    }
}
