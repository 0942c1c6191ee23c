package hadamask.cli.option;

import com.sun.management.OperatingSystemMXBean;
import hadamask.file.MemoryLimit;
import java.lang.management.ManagementFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/// What `--max-memory` says: a number of bytes, or a share of the memory that the machine or its container has.
///
/// The launcher gives the virtual machine a heap that fits; without the launcher a heap that is too large is refused here.
///
/// @param number of units, or of hundredths
/// @param unit bytes; 0 for a share
public record MemorySize(long number, long unit) {
    private static final Pattern SIZE = Pattern.compile("([0-9]{1,12})([KkMmGg%]?)");
    /// The least that the virtual machine takes beside its heap: 55 MB were seen.
    private static final long BESIDE_HEAP = 48L << 20;
    /// The least that a heap is good for.
    private static final long MIN_HEAP = 16L << 20;

    public static MemorySize of(String word) {
        Matcher size = SIZE.matcher(word);
        if (size.matches()) {
            long number = Long.parseLong(size.group(1));
            boolean share = size.group(2).equals("%");
            if (number > 0 && (!share || number <= 100)) {
                return new MemorySize(number, share ? 0 : unit(size.group(2)));
            }
        }
        throw OptionValues.unexpected(word, "a size such as 500M or 2G, or a share such as 25%");
    }

    private static long unit(String letter) {
        return switch (letter) {
            case "K", "k" -> 1L << 10;
            case "M", "m" -> 1L << 20;
            case "G", "g" -> 1L << 30;
            default -> 1;
        };
    }

    /// The number and its unit in bytes, 0 for a share in percent.
    @Override
    public String toString() {
        return number + " x " + unit;
    }

    /// The limit for this process.
    ///
    /// @throws TypeConversionException if its heap may grow beyond it
    public MemoryLimit limit() {
        Long told = Long.getLong("hadamask.memory"); // kilobytes, by the launcher, which has looked at the machine
        long bytes = told != null ? told << 10 : unit == 0 ? machine() / 100 * number : bytes();
        long heap = Runtime.getRuntime().maxMemory();
        if (heap > bytes - BESIDE_HEAP) {
            long fitting = bytes / 5 * 4 - BESIDE_HEAP;
            String remedy = fitting < MIN_HEAP
                    ? "expected more"
                    : "expected a smaller heap (as scripts/hadamask chooses it, or java -Xmx" + (fitting >> 20) + "m)";
            throw new TypeConversionException(MemoryLimit.text(bytes) + " does not hold with a heap of "
                    + MemoryLimit.text(heap) + ", " + remedy);
        }
        return MemoryLimit.of(bytes);
    }

    private long bytes() {
        return number > Long.MAX_VALUE / unit ? Long.MAX_VALUE : number * unit;
    }

    private static long machine() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }
}
