package hadamask.segment.network;

import hadamask.file.InputException;
import hadamask.segment.network.Network.Port;
import hadamask.segment.network.NetworkAdjustments.Channels;
import hadamask.segment.network.NetworkAdjustments.Order;
import hadamask.segment.network.NetworkAdjustments.Size;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the file of a network takes, by its own shapes and names, and by what a user says of it.
///
/// @param kind the network that it is taken for
/// @param certain whether shapes and names are those of a known file, or a user has said what they do not say
/// @param size of the pictures that it takes; null where it takes any, and gets the [#SHORTER_SIDE]
/// @param mean what is taken off the samples, on the scale from 0 to 1
/// @param deviation what they are divided by then
/// @param order of the channels
public record NetworkInterface(NetworkKind kind, boolean certain, @Nullable Size size, Channels mean,
        Channels deviation, Order order) {
    /// Pixels on the shorter side of a picture for a network that takes any size.
    public static final int SHORTER_SIDE = 512;
    /// Such a network halves its picture five times.
    private static final int MULTIPLE = 32;
    private static final int SMALL = 320;
    private static final int LARGE = 1024;
    private static final String PICTURE = "1 x 3 x HEIGHT x WIDTH";

    /// Looks at what a file declares.
    ///
    /// @throws InputException if that is no network from a picture in colours to one map; without the name of the file
    public static NetworkInterface of(List<Port> inputs, List<Port> outputs, NetworkAdjustments given) {
        Port input = requireOne(inputs);
        List<Long> shape = requirePicture(input);
        requireMap(outputs);
        Size fixed = fixed(shape.get(3), shape.get(2), given.size());
        NetworkKind kind = kind(input, outputs, fixed);
        Size size = fixed != null ? fixed : given.size() != null ? given.size() : standard(kind);
        Channels mean = given.mean();
        Channels deviation = given.deviation();
        Order order = given.order();
        boolean told = mean != null && deviation != null;
        return new NetworkInterface(kind, told || isCertain(kind, outputs), size, mean != null ? mean : kind.mean(),
                deviation != null ? deviation : kind.deviation(), order != null ? order : Order.RGB);
    }

    private static Port requireOne(List<Port> inputs) {
        if (inputs.size() != 1) {
            throw new InputException("takes " + inputs.size() + " inputs ("
                    + inputs.stream().map(Port::name).collect(Collectors.joining(", "))
                    + "), expected one picture of " + PICTURE);
        }
        Port input = inputs.getFirst();
        requireFloats(input, "takes");
        return input;
    }

    private static List<Long> requirePicture(Port input) {
        List<Long> shape = input.shape();
        if (shape.size() == 4 && (shape.get(3) == 3 || shape.get(3) == 1) && shape.get(1) != 3) {
            throw new InputException("takes a picture as " + text(shape)
                    + ", its channels last, expected " + PICTURE + " (export it with channels first)");
        }
        if (shape.size() != 4 || !fits(shape.get(0), 1) || !fits(shape.get(1), 3) || shape.get(2) == 0
                || shape.get(3) == 0) {
            throw new InputException("takes " + text(shape) + ", expected " + PICTURE);
        }
        return shape;
    }

    private static void requireMap(List<Port> outputs) {
        if (outputs.isEmpty()) {
            throw new InputException("gives nothing, expected a map of the object");
        }
        Port output = outputs.getFirst();
        requireFloats(output, "gives");
        List<Long> shape = output.shape();
        boolean flat = shape.size() >= 2 && shape.size() <= 4
                && shape.subList(0, shape.size() - 2).stream().allMatch(side -> fits(side, 1));
        if (!flat) {
            throw new InputException("gives " + text(shape) + " as its first output, expected 1 x 1 x HEIGHT x WIDTH");
        }
    }

    private static void requireFloats(Port port, String verb) {
        if (!port.type().equals("FLOAT") && !port.type().equals("FLOAT16")) {
            throw new InputException(verb + " numbers of the kind " + port.type() + " in \"" + port.name()
                    + "\", expected FLOAT or FLOAT16");
        }
    }

    private static boolean fits(long side, long expected) {
        return side == expected || side == Network.OPEN;
    }

    private static @Nullable Size fixed(long width, long height, @Nullable Size given) {
        boolean open = width == Network.OPEN || height == Network.OPEN;
        if (open) {
            return null;
        }
        if (given != null && (given.width() != width || given.height() != height)) {
            throw new InputException("takes pictures of " + width + " x " + height + " pixels alone, not of "
                    + given.width() + " x " + given.height());
        }
        return new Size((int) width, (int) height);
    }

    private static NetworkKind kind(Port input, List<Port> outputs, @Nullable Size fixed) {
        if (input.name().equals("input_image") && outputs.size() == 1) {
            return NetworkKind.BIREFNET;
        }
        boolean plain = input.name().equals("input") && outputs.getFirst().name().equals("output");
        if (fixed == null) {
            return plain && outputs.size() == 1 ? NetworkKind.MODNET : NetworkKind.UNKNOWN;
        }
        if (fixed.width() == SMALL && fixed.height() == SMALL) {
            return NetworkKind.U2NET;
        }
        if (fixed.width() == LARGE && fixed.height() == LARGE) {
            return plain ? NetworkKind.IMGLY : NetworkKind.ISNET;
        }
        return NetworkKind.UNKNOWN;
    }

    /// Files of U2-Net and ISNet have the maps of all their stages: one of the same size with a single map may be another. What takes any
    /// size from `input` to `output` may be MODNet or RMBG-1.4.
    private static boolean isCertain(NetworkKind kind, List<Port> outputs) {
        return switch (kind) {
            case UNKNOWN, MODNET -> false;
            case U2NET, ISNET, IMGLY -> outputs.size() > 1;
            case BIREFNET -> true;
        };
    }

    private static @Nullable Size standard(NetworkKind kind) {
        return kind == NetworkKind.BIREFNET ? new Size(LARGE, LARGE) : null;
    }

    /// The size to which a picture is brought: the network's, or the picture's own proportions, each side a multiple of 32.
    Size sizeFor(int width, int height) {
        if (size != null) {
            return size;
        }
        double scale = (double) SHORTER_SIDE / Math.min(width, height);
        return new Size(multiple(width * scale), multiple(height * scale));
    }

    /// Held to eight times the shorter side: a strip is squeezed.
    private static int multiple(double side) {
        return (int) Math.max(1, Math.min(8 * SHORTER_SIDE / MULTIPLE, Math.round(side / MULTIPLE))) * MULTIPLE;
    }

    /// What is done to a picture, in words.
    public String description() {
        String pixels = size == null
                ? "its shorter side " + SHORTER_SIDE + " pixels"
                : size.width() + " x " + size.height() + " pixels";
        return (kind == NetworkKind.UNKNOWN ? "a network that is not known by its shapes and names" : kind.title())
                + ": " + pixels + ", " + order + ", mean " + text(mean) + ", deviation " + text(deviation)
                + (kind.byLargest() ? ", of samples divided by the largest of the picture" : "");
    }

    private static String text(Channels channels) {
        return channels.red() == channels.green() && channels.green() == channels.blue()
                ? String.valueOf(channels.red())
                : channels.toString();
    }

    /// A shape in words: `1 x 3 x ? x ?`.
    static String text(List<Long> shape) {
        return shape.isEmpty()
                ? "a single number"
                : shape.stream().map(side -> side == Network.OPEN ? "?" : String.valueOf(side))
                        .collect(Collectors.joining(" x "));
    }
}
