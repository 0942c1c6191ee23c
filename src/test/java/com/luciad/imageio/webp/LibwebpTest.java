package com.luciad.imageio.webp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import hadamask.codec.ImageDecoder;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;

/// The numbers that libwebp is given for its settings.
class LibwebpTest {
    private static final int QUALITY = 1;
    private static final int METHOD = 2;
    private static final int EXACT = 24;

    private static Object call(String name, Class<?>[] types, Object... arguments) throws ReflectiveOperationException {
        Method method = WebPEncoderOptions.class.getDeclaredMethod(name, types);
        method.setAccessible(true);
        return method.invoke(null, arguments);
    }

    @Test
    @SuppressWarnings("restricted")
    void settingsAreThoseThatLibwebpMakesButForThree() throws Exception {
        ImageDecoder.nativeLibrary().load();
        long made = (Long) call("createConfig", new Class<?>[0]);
        int[] expected = MemorySegment.ofAddress(made).reinterpret(29L * Integer.BYTES).toArray(ValueLayout.JAVA_INT);
        try (Arena arena = Arena.ofConfined()) {
            int[] found = Libwebp.config(arena, true, 5, 30).toArray(ValueLayout.JAVA_INT);
            assertEquals(1, found[0]);
            assertEquals(30, Float.intBitsToFloat(found[QUALITY]));
            assertEquals(5, found[METHOD]);
            assertEquals(1, found[EXACT]);
            for (int same : new int[]{0, QUALITY, METHOD, EXACT}) {
                found[same] = expected[same];
            }
            assertArrayEquals(expected, found);
            long own = Libwebp.config(arena, true, 3, 42).address();
            assertEquals(true, call("getExact", new Class<?>[]{long.class}, own));
            assertEquals(42f, call("getQuality", new Class<?>[]{long.class}, own));
            assertEquals(100, call("getQMax", new Class<?>[]{long.class}, own));
        } finally {
            call("deleteConfig", new Class<?>[]{long.class}, made);
        }
    }
}
