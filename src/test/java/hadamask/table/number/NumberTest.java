package hadamask.table.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTest {
    private static double parse(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return NumberParser.parse(bytes, 0, bytes.length);
    }

    private static String written(double value, int digits) {
        byte[] buffer = new byte[NumberText.LONGEST];
        int end = new NumberText(digits).write(value, buffer, 0);
        return new String(buffer, 0, end, StandardCharsets.US_ASCII);
    }

    private static void assertShortest(double value) {
        String text = NumberText.shortest(value);
        assertEquals(Double.doubleToRawLongBits(value), Double.doubleToRawLongBits(Double.parseDouble(text)), text);
        assertEquals(Double.doubleToRawLongBits(value), Double.doubleToRawLongBits(parse(text)), text);
        if (value != 0) {
            BigDecimal ours = new BigDecimal(text).stripTrailingZeros();
            BigDecimal theirs = new BigDecimal(Double.toString(value)).stripTrailingZeros();
            assertTrue(ours.compareTo(theirs) == 0 || ours.precision() < theirs.precision(), text);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-0.0, -0", "1, 1", "5, 5", "100000, 100000", "1e15, 1000000000000000", "1e16, 1e16",
        "0.1, 0.1", "0.00001, 0.00001", "0.0000015, 1.5e-6", "5.196152422706632, 5.196152422706632", "4.9e-324, 5e-324",
        "1.7976931348623157e308, 1.7976931348623157e308", "1.5e20, 1.5e20", "123.25, 123.25", "-2e-44, -2e-44",
        "NaN, nan", "Infinity, inf", "-Infinity, -inf"})
    void numbersAreWrittenAsOtherToolsReadThem(double value, String text) {
        assertEquals(text, NumberText.shortest(value));
    }

    /// The trap: two decimals in the output of one tool, 19 in another.
    @Test
    void theShortestTextReadsBackToTheSameDouble() {
        SplittableRandom random = new SplittableRandom(11);
        for (int e = -1074; e < 1024; e++) {
            long power = Double.doubleToRawLongBits(Math.scalb(1.0, e));
            for (int step = -2; step <= 2; step++) {
                double value = Double.longBitsToDouble(Math.max(1, power + step));
                if (Double.isFinite(value)) {
                    assertShortest(value);
                }
            }
        }
        for (int i = 0; i < 100_000; i++) {
            double any = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(any)) {
                assertShortest(any);
            }
            assertShortest(random.nextDouble() * 100);
            assertShortest(random.nextInt() / 1000.0);
            assertShortest(random.nextInt(1, 100_000) * Double.MIN_VALUE);
            assertShortest((double) random.nextLong());
        }
    }

    @Test
    void aNumberIsReadAsTheNearestDouble() {
        SplittableRandom random = new SplittableRandom(12);
        for (int i = 0; i < 100_000; i++) {
            String digits = String.valueOf(random.nextLong() >>> random.nextInt(1, 64));
            String text = digits + "." + (random.nextLong() >>> random.nextInt(1, 64)) + "e"
                    + random.nextInt(-345, 310);
            assertEquals(Double.parseDouble(text), parse(text), text);
            double value = random.nextDouble() * 1e5;
            BigDecimal halfWay = new BigDecimal(value).add(new BigDecimal(Math.ulp(value) / 2));
            assertEquals(halfWay.doubleValue(), parse(halfWay.toString()));
            BigDecimal nearly = halfWay.round(new MathContext(19));
            assertEquals(nearly.doubleValue(), parse(nearly.toString()));
            String tie = String.valueOf((1L << 53) + 2 * random.nextLong(100_000) + 1);
            assertEquals(Double.parseDouble(tie), parse(tie), tie);
        }
    }

    @ParameterizedTest
    @CsvSource({"5.196152422706632, 4, 5.196", "0.15, 1, 0.1", "0.25, 1, 0.2", "0.35, 1, 0.3", "9.96, 2, 10",
        "123456, 2, 120000", "5, 3, 5", "1e300, 5, 1e300", "-0.00012345, 2, -0.00012", "2.5, 1, 2", "3.5, 1, 4"})
    void digitsRoundTheDoubleItself(double value, int digits, String text) {
        assertEquals(text, written(value, digits));
    }

    @Test
    void roundingIsThatOfTheExactValue() {
        SplittableRandom random = new SplittableRandom(13);
        for (int i = 0; i < 50_000; i++) {
            double value = random.nextBoolean() ? random.nextInt(10_000) / 1000.0 + 0.0005 : random.nextDouble();
            int digits = random.nextInt(1, 15);
            BigDecimal exact = new BigDecimal(value);
            if (new BigDecimal(Double.toString(value)).precision() > digits) {
                assertEquals(0, exact.round(new MathContext(digits, RoundingMode.HALF_EVEN))
                        .compareTo(new BigDecimal(written(value, digits))), value + " " + digits);
            }
        }
    }
}
