package hadamask.cli.image.model;

import hadamask.cli.option.OptionValues;
import hadamask.segment.network.NetworkAdjustments.Channels;
import hadamask.segment.network.NetworkAdjustments.Size;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Values of the options of a network, from the words in which users write them.
final class ModelValues {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,5})(?:[xX](\\d{1,5}))?");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{0,9}\\.?[0-9]{1,17}");
    private static final int LARGEST = 8192;

    private ModelValues() {
    }

    /// The name of a file: it is read by name, so standard input is none.
    static String file(String value) {
        if (value.isEmpty() || value.equals("-")) {
            throw OptionValues.unexpected(value, "the name of a file, such as u2net.onnx");
        }
        return value;
    }

    /// `320` or `640x480`.
    static Size size(String value) {
        Matcher size = SIZE.matcher(value);
        if (size.matches()) {
            int width = Integer.parseInt(size.group(1));
            int height = size.group(2) == null ? width : Integer.parseInt(size.group(2));
            if (Math.min(width, height) >= 1 && Math.max(width, height) <= LARGEST) {
                return new Size(width, height);
            }
        }
        throw OptionValues.unexpected(value, "pixels from 1 to " + LARGEST + " such as 320 or 640x480");
    }

    static Channels mean(String value) {
        return channels(value, "0.485,0.456,0.406 or 0.5");
    }

    static Channels deviation(String value) {
        String example = "0.229,0.224,0.225 or 1, above 0";
        Channels channels = channels(value, example);
        if (Math.min(channels.red(), Math.min(channels.green(), channels.blue())) <= 0) {
            throw OptionValues.unexpected(value, "numbers for red, green and blue such as " + example);
        }
        return channels;
    }

    private static Channels channels(String value, String example) {
        String[] words = value.split(",", -1);
        double[] numbers = new double[3];
        boolean right = words.length == 1 || words.length == 3;
        for (int i = 0; right && i < words.length; i++) {
            right = NUMBER.matcher(words[i]).matches();
            numbers[i] = right ? Double.parseDouble(words[i]) : 0;
        }
        if (!right) {
            throw OptionValues.unexpected(value, "numbers for red, green and blue such as " + example);
        }
        return words.length == 1 ? Channels.all(numbers[0]) : new Channels(numbers[0], numbers[1], numbers[2]);
    }
}
