package hadamask;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.luciad.imageio.webp.Libwebp;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.net.Socket;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The program computes on files that it is given: it has no power that this does not need.
class PowersTest {
    @Test
    void theOnlyPowersAreFindingTheAddOnAndThePlatformsJpegAskingTheTerminalForItsSizeAndLoadingTheDecoderOfWebp() {
        assertEquals("""
                REFLECTION: hadamask.codec.jpeg.PlatformCodec hadamask.segment.network.NetworkProvider
                DESERIALISATION:\s
                NETWORK:\s
                NATIVE_CODE: hadamask.file.NativeLibrary
                PROCESSES: hadamask.cli.Terminal""",
                Power.of(EnumSet.allOf(Power.class), Power.read(house -> house.withImportOption(
                        ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("hadamask"))));
    }

    /// The one class of the house that stands in a package of a library. The memory beside the heap is the options of libwebp, zeros
    /// that are never written.
    @Test
    void theWayToTheDecoderOfWebpHasNoOtherPower() {
        assertEquals("""
                REFLECTION:\s
                DESERIALISATION:\s
                NETWORK:\s
                NATIVE_CODE: com.luciad.imageio.webp.Libwebp
                PROCESSES:\s""",
                Power.of(EnumSet.allOf(Power.class), Power.read(one -> one.importClasses(Libwebp.class))));
    }

    @ParameterizedTest
    @EnumSource
    void everyPowerIsSeenWhereItIsUsed(Power power) {
        for (Class<?> culprit : culprits(power)) {
            assertEquals(Set.of(PowersTest.class.getName()),
                    power.users(Power.read(one -> one.importClasses(culprit))),
                    culprit.getName());
        }
    }

    private static List<Class<?>> culprits(Power power) {
        return switch (power) {
            case REFLECTION -> List.of(ByName.class, ByReference.class);
            case DESERIALISATION -> List.of(FromBytes.class);
            case NETWORK -> List.of(ToAMachine.class, FromAnAddress.class);
            case NATIVE_CODE -> List.of(ByLibrary.class, Native.class);
            case PROCESSES -> List.of(ByBuilder.class, ByRuntime.class);
        };
    }

    record ByName(String name) {
        Class<?> type() throws ClassNotFoundException {
            return Class.forName(name);
        }
    }

    record ByReference(Class<?> type) {
        Callable<Object> maker() {
            return type::getMethods;
        }
    }

    record FromBytes(InputStream in) {
        Object object() throws IOException, ClassNotFoundException {
            return new ObjectInputStream(in).readObject();
        }
    }

    record ToAMachine(Socket socket) {}

    record FromAnAddress(URI address) {
        InputStream open() throws IOException {
            return address.toURL().openStream();
        }
    }

    record ByLibrary(String name) {
        @SuppressWarnings("restricted")
        void load() {
            System.loadLibrary(name);
        }
    }

    static final class Native {
        native void run();
    }

    record ByBuilder(List<String> command) {
        Process start() throws IOException {
            return new ProcessBuilder(command).start();
        }
    }

    record ByRuntime(List<String> command) {
        Process start() throws IOException {
            return Runtime.getRuntime().exec(command.toArray(String[]::new));
        }
    }
}
