package hadamask.cli.option;

import hadamask.image.Rectangle;
import hadamask.segment.cut.Hints;
import hadamask.segment.refine.Closing;
import hadamask.segment.refine.Holes;
import hadamask.segment.split.Split;
import hadamask.table.write.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/// Values of options, from the words in which users write them; what is wrong with a word is said with what is expected.
public final class OptionValues {
    private static final Pattern PLACE = Pattern.compile("(\\d{1,9}),(\\d{1,9})");
    private static final Pattern BOX = Pattern.compile("(\\d{1,9}),(\\d{1,9}),(\\d{1,9}),(\\d{1,9})");
    private static final Pattern SQUARES = Pattern.compile("(\\d{1,6})[xX](\\d{1,6})");

    private static final Pattern SHARE = Pattern.compile("[0-9]{0,9}\\.?[0-9]{1,17}");

    private static final String CLOSING = "SIDExITERATIONS with an odd side, such as 5x10, auto or none";

    private static final int MAX_THREADS = 4096;

    private OptionValues() {
    }

    /// A pixel as `X,Y`.
    public static Hints.Point point(String value) {
        Matcher place = PLACE.matcher(value);
        if (!place.matches()) {
            throw unexpected(value, "a pixel X,Y");
        }
        return new Hints.Point(Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2)));
    }

    /// A box as `X,Y,WIDTH,HEIGHT`.
    public static Rectangle box(String value) {
        Matcher box = BOX.matcher(value);
        if (!box.matches() || Integer.parseInt(box.group(3)) == 0 || Integer.parseInt(box.group(4)) == 0) {
            throw unexpected(value, "X,Y,WIDTH,HEIGHT in pixels, such as 120,40,300,200");
        }
        return new Rectangle(Integer.parseInt(box.group(1)), Integer.parseInt(box.group(2)),
                Integer.parseInt(box.group(3)), Integer.parseInt(box.group(4)));
    }

    /// `all`, `none` or an area in pixels.
    public static Holes holes(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "all" -> Holes.ALL;
            case "none" -> Holes.NONE;
            default -> new Holes((int) Math.min(Integer.MAX_VALUE,
                    wholeNumber(value, n -> n >= 0, "all, none or an area in pixels", List.of("all", "none"))));
        };
    }

    /// `SIDExITERATIONS`, `auto` or `none`; its border and its element are other options.
    public static Closing closing(String value) {
        if (value.equalsIgnoreCase("none")) {
            return Closing.NONE;
        }
        if (value.equalsIgnoreCase("auto")) {
            return Closing.AUTO;
        }
        Matcher squares = SQUARES.matcher(value);
        if (!squares.matches()) {
            throw unexpected(value, CLOSING, List.of("auto", "none"));
        }
        int side = Integer.parseInt(squares.group(1));
        int iterations = Integer.parseInt(squares.group(2));
        if (side % 2 == 0) {
            throw unexpected(value, CLOSING);
        }
        if ((long) iterations * (side / 2) > Closing.MAX_RADIUS) {
            throw unexpected(value, "a square that reaches no further than " + Closing.MAX_RADIUS + " pixels");
        }
        return new Closing(side, iterations, Closing.Border.EXTEND);
    }

    /// A depth in pixels, or `none`.
    public static Split split(String value) {
        if (value.equalsIgnoreCase("none")) {
            return Split.NONE;
        }
        try {
            double depth = Double.parseDouble(value);
            if (depth > 0 && depth < Double.POSITIVE_INFINITY) {
                return new Split(depth);
            }
        } catch (NumberFormatException e) {
            // said below, like a number out of range
        }
        throw unexpected(value, "a depth above 0 in pixels, such as 0.5, or none", List.of("none"));
    }

    /// The name of a file or a folder, or `-`: anything but nothing, which is what an unset variable of a shell leaves. The system's
    /// names for standard output are `-`: opened by such a name, a file that it goes to would lose what stands in it.
    public static String name(String value) {
        if (value.isEmpty()) {
            throw unexpected(value, "a name or -");
        }
        return value.equals("/dev/stdout") || value.equals("/dev/fd/1") ? "-" : value;
    }

    /// A number of images that are worked on at once.
    public static Integer jobs(String value) {
        return (int) wholeNumber(value, n -> n >= 1 && n <= 1024, "a number from 1 to 1024");
    }

    /// A number of pixels that a soft edge has.
    ///
    /// @param most the widest edge
    public static Integer edge(String value, int most) {
        return (int) wholeNumber(value, n -> n >= 0 && n <= most, "a number of pixels from 0 to " + most);
    }

    /// A share from 0 to 1.
    public static Double share(String value) {
        return share(value, List.of());
    }

    /// A share from 0 to 1, where there are words, too.
    ///
    /// @param words that the option knows, which are understood before
    public static Double share(String value, List<String> words) {
        if (!SHARE.matcher(value).matches() || Double.parseDouble(value) > 1) {
            String expected = "a share from 0 to 1, such as 0.3";
            throw words.isEmpty() ? unexpected(value, expected) : unexpected(value, expected, words);
        }
        return Double.parseDouble(value);
    }

    /// What it costs to cut like neighbours apart, from 0 to 200.
    public static Double smoothness(String value) {
        if (!SHARE.matcher(value).matches() || Double.parseDouble(value) > 200) {
            throw unexpected(value, "a cost from 0 to 200, such as 10");
        }
        return Double.parseDouble(value);
    }

    /// The quality of a JPEG or a WebP.
    public static Integer quality(String value) {
        return (int) wholeNumber(value, n -> n >= 1 && n <= 100, "a quality from 1 to 100");
    }

    /// The compression of a PNG.
    public static Integer compression(String value) {
        return (int) wholeNumber(value, n -> n >= 0 && n <= 9, "a level from 0 to 9");
    }

    /// Whether a flag of a settings file is given.
    public static Boolean truth(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw unexpected(value, "true or false");
        };
    }

    /// A number of significant digits.
    public static Precision digits(String value) {
        return new Precision(
                (int) wholeNumber(value, n -> n >= 1 && n <= 17, "a number of digits from 1 to 17"));
    }

    /// A number of threads.
    public static Integer threads(String value) {
        return (int) wholeNumber(value, n -> n >= 1 && n <= MAX_THREADS,
                "a number of threads from 1 to " + MAX_THREADS);
    }

    /// Any whole number.
    public static Long seed(String value) {
        return wholeNumber(value, n -> true, "a whole number");
    }

    /// A number of pixels that is not negative.
    public static Long pixels(String value) {
        return wholeNumber(value, n -> n >= 0, "a number of pixels");
    }

    /// Whether a word is a whole number of any size.
    public static boolean isWholeNumber(String word) {
        return word.matches("[+-]?\\d+");
    }

    public static long wholeNumber(String value, Predicate<Long> accepted, String expected) {
        return wholeNumber(value, accepted, expected, List.of());
    }

    /// A whole number, where there are words, too.
    ///
    /// @param words that the option knows, which are understood before
    public static long wholeNumber(String value, Predicate<Long> accepted, String expected, List<String> words) {
        try {
            long number = Long.parseLong(value);
            if (accepted.test(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, like a number out of range
        }
        throw words.isEmpty() ? unexpected(value, expected) : unexpected(value, expected, words);
    }

    public static TypeConversionException unexpected(String value, String expected) {
        return new TypeConversionException("'" + value + "' was found, expected " + expected);
    }

    /// The same with the name that was meant, where one is near.
    ///
    /// @param names all that there are
    public static TypeConversionException unexpected(String value, String expected, List<String> names) {
        return new UnexpectedWord(value, expected, names);
    }

    /// One of the constants of an enumeration, in small letters.
    public static <E extends Enum<E>> E oneOf(Class<E> kind, String value) {
        List<String> names = new ArrayList<>();
        for (E constant : kind.getEnumConstants()) {
            String name = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (name.equalsIgnoreCase(value)) {
                return constant;
            }
            names.add(name);
        }
        String last = names.removeLast();
        String expected = String.join(", ", names) + " or " + last;
        names.add(last);
        throw unexpected(value, expected, names);
    }
}
