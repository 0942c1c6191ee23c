package hadamask.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import hadamask.file.Input;
import hadamask.file.InputException;
import hadamask.segment.network.Network;
import hadamask.segment.network.NetworkProvider;
import java.io.File;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Opens files of the format ONNX.
public final class OnnxNetworks implements NetworkProvider {
    /// Where ONNX Runtime looks for its native libraries; without it, they are unpacked anew by each process.
    private static final String NATIVE_PATH = "onnxruntime.native.path";
    private static final String FOLDER = "native";
    /// A file of more bytes is computed as it is: its numbers would take twice the memory.
    private static final long LARGEST_TO_WIDEN = 300_000_000;

    /// For [java.util.ServiceLoader].
    public OnnxNetworks() {
    }

    @Override
    public Network open(Path file, int threads) {
        OrtEnvironment environment = environment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            // An arena would keep what a picture has taken in larger pieces than it needs.
            options.setCPUArenaAllocator(false);
            options.setMemoryPatternOptimization(false);
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
            // Threads that have nothing to do sleep: the other images of a batch need their cores.
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            return new OnnxNetwork(environment, session(environment, file, options));
        } catch (OrtException e) {
            throw new InputException("is no network that can be computed, expected the format ONNX ("
                    + OnnxNetwork.reason(e) + ")", e);
        }
    }

    private static OrtSession session(OrtEnvironment environment, Path file, OrtSession.SessionOptions options)
            throws OrtException {
        try (FileChannel channel = FileChannel.open(file); Arena arena = Arena.ofConfined()) {
            Optional<MemorySegment> wide = channel.size() > LARGEST_TO_WIDEN
                    ? Optional.empty()
                    : Widening.of(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena), arena);
            return wide.isPresent()
                    ? environment.createSession(wide.get().asByteBuffer(), options)
                    : environment.createSession(file.toString(), options);
        } catch (IOException e) {
            throw new InputException("cannot be read: " + Input.reason(e), e);
        }
    }

    private static OrtEnvironment environment() {
        String beside = besideTheJar();
        if (System.getProperty(NATIVE_PATH) == null && beside != null) {
            System.setProperty(NATIVE_PATH, beside);
        }
        try {
            OrtEnvironment environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
                    "hadamask");
            environment.setTelemetry(false);
            return environment;
        } catch (OrtException e) {
            throw new InputException("cannot be computed (" + OnnxNetwork.reason(e) + ")", e);
        } catch (UnsatisfiedLinkError | ExceptionInInitializerError | NoClassDefFoundError e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new InputException("cannot be computed on " + System.getProperty("os.name") + " "
                    + System.getProperty("os.arch") + ": ONNX Runtime cannot be loaded ("
                    + String.valueOf(cause.getMessage()).lines().findFirst().orElse("") + ")", e);
        }
    }

    /// The folder of native libraries beside a jar of the class path, if ONNX Runtime's are there.
    private static @Nullable String besideTheJar() {
        String first = System.getProperty("java.class.path", "").split(File.pathSeparator, 2)[0];
        Path folder = Path.of(first).resolveSibling(FOLDER);
        boolean whole = Files.isReadable(folder.resolve(System.mapLibraryName("onnxruntime")))
                && Files.isReadable(folder.resolve(System.mapLibraryName("onnxruntime4j_jni")));
        return whole ? folder.toAbsolutePath().toString() : null;
    }
}
