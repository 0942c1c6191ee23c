package hadamask.segment.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hadamask.file.InputException;
import hadamask.segment.network.Network.Port;
import hadamask.segment.network.NetworkAdjustments.Channels;
import hadamask.segment.network.NetworkAdjustments.Size;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a file is taken for, by what it declares.
class NetworkInterfaceTest {
    private static Port port(String name, Long... shape) {
        return new Port(name, "FLOAT", List.of(shape));
    }

    private static NetworkInterface face(String input, long side, NetworkAdjustments given, String... outputs) {
        return NetworkInterface.of(List.of(port(input, 1L, 3L, side, side)),
                Arrays.stream(outputs).map(name -> port(name, 1L, 1L, side, side)).toList(), given);
    }

    @Test
    void knownFilesAreKnownByShapesAndNames() {
        assertEquals(NetworkKind.U2NET, face("input.1", 320, NetworkAdjustments.NONE, "1959", "1960").kind());
        assertEquals(NetworkKind.U2NET, face("input", 320, NetworkAdjustments.NONE, "output").kind());
        assertEquals(NetworkKind.ISNET, face("input_image", 1024, NetworkAdjustments.NONE, "a", "b").kind());
        assertEquals(NetworkKind.IMGLY, face("input", 1024, NetworkAdjustments.NONE, "output", "1890").kind());
        assertEquals(NetworkKind.BIREFNET, face("input_image", 2048, NetworkAdjustments.NONE, "output_image").kind());
        assertEquals(new Size(1024, 1024), face("input_image", -1, NetworkAdjustments.NONE, "output").size());
        assertEquals(NetworkKind.MODNET, face("input", -1, NetworkAdjustments.NONE, "output").kind());
    }

    @Test
    void whatMayBeAnotherIsNotCertainUntilSomebodySaysWhatItTakes() {
        NetworkAdjustments said = new NetworkAdjustments(null, Channels.all(0), Channels.all(1), null);
        for (long side : new long[]{512, 1024, -1}) {
            assertFalse(face("x", side, NetworkAdjustments.NONE, "y").certain());
            assertTrue(face("x", side, said, "y").certain());
        }
        assertTrue(face("x", 320, NetworkAdjustments.NONE, "y", "z").certain());
        assertFalse(face("x", 320, NetworkAdjustments.NONE, "y").certain());
        assertFalse(face("input", -1, NetworkAdjustments.NONE, "output").certain(), "MODNet, or RMBG-1.4");
        assertTrue(face("input", -1, said, "output").certain());
        assertFalse(face("x", 1024, new NetworkAdjustments(null, Channels.all(0), null, null), "y").certain());
        assertEquals(NetworkKind.UNKNOWN, face("x", 512, NetworkAdjustments.NONE, "y").kind());
    }

    @Test
    void namesOfSidesAreNoNumbers() {
        NetworkInterface open = NetworkInterface.of(List.of(port("input", -1L, -1L, -1L, -1L)),
                List.of(port("output", -1L, -1L, -1L, -1L)),
                new NetworkAdjustments(new Size(64, 32), null, null, null));
        assertEquals(new Size(64, 32), open.size());
        assertEquals("MODNet: 64 x 32 pixels, RGB, mean 0.5, deviation 0.5", open.description());
        InputException refusal = assertThrows(InputException.class,
                () -> NetworkInterface.of(List.of(port("input", -1L, 4L, -1L, -1L)), List.of(port("output")),
                        NetworkAdjustments.NONE));
        assertEquals("takes ? x 4 x ? x ?, expected 1 x 3 x HEIGHT x WIDTH", refusal.problem());
    }

    @Test
    void channelsThatComeLastAreRefused() {
        for (long side : new long[]{320, -1}) {
            InputException refusal = assertThrows(InputException.class,
                    () -> NetworkInterface.of(List.of(port("input", 1L, side, side, 3L)), List.of(port("output")),
                            NetworkAdjustments.NONE));
            String text = side < 0 ? "?" : "320";
            assertEquals(
                    "takes a picture as 1 x " + text + " x " + text + " x 3, its channels last, expected 1 x 3 x HEIGHT"
                            + " x WIDTH (export it with channels first)",
                    refusal.problem());
        }
    }
}
