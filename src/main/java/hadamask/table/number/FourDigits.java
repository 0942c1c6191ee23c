package hadamask.table.number;

/// The numbers from 0 to 9999 as four ASCII digits, the first in the lowest byte.
final class FourDigits {
    private static final int[] TEXTS = new int[10_000];

    static {
        for (int number = 0; number < TEXTS.length; number++) {
            int hundreds = number / 100;
            int rest = number - 100 * hundreds;
            TEXTS[number] = two(hundreds) | (two(rest) << Short.SIZE);
        }
    }

    private FourDigits() {
    }

    static int of(int number) {
        return TEXTS[number];
    }

    private static int two(int number) {
        int tens = number / 10;
        return ('0' + tens) | (('0' + (number - 10 * tens)) << Byte.SIZE);
    }
}
