package hadamask.cli.image.model;

import hadamask.cli.option.Option;
import hadamask.cli.option.OptionGroup;
import hadamask.cli.option.OptionValues;
import hadamask.segment.network.NetworkAdjustments;
import hadamask.segment.network.NetworkAdjustments.Channels;
import hadamask.segment.network.NetworkAdjustments.Order;
import hadamask.segment.network.NetworkAdjustments.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The file of a network, and what it does not say itself.
public final class ModelOptions {
    private final Option<@Nullable String> file = Option.<@Nullable String>of(null, "FILE", ModelValues::file,
            "A network that tells the object, such as a u2net.onnx; needs the add-on hadamask-model.jar. Brings --fill-holes"
                    + " none --closing none; with a hint or --method graphcut it says what stands out.",
            "--model").bringing(Map.of("fill-holes", "none", "closing", "none"));
    private final Option<@Nullable Size> size = Option.<@Nullable Size>of(null, "N|WxH", ModelValues::size,
            "Pixels of the pictures that it takes, where its file leaves that open.", "--model-size");
    private final Option<@Nullable Channels> mean = Option.<@Nullable Channels>of(null, "R,G,B", ModelValues::mean,
            "What it wants to be taken off the samples, which are from 0 to 1; one number for all channels.",
            "--model-mean");
    private final Option<@Nullable Channels> deviation = Option.<@Nullable Channels>of(null, "R,G,B",
            ModelValues::deviation, "What it wants them to be divided by then.", "--model-std");
    private final Option<@Nullable Order> order = Option.<@Nullable Order>of(null, "rgb|bgr",
            word -> OptionValues.oneOf(Order.class, word), "Its order of the channels (default: rgb).",
            "--model-order");

    /// All of them.
    public OptionGroup group() {
        return Option.group("Network", file, size, mean, deviation, order);
    }

    /// The file, or null when there is none.
    public @Nullable String file() {
        return file.get();
    }

    /// The first option that says something of a file, where there is none; null when all is well.
    public @Nullable String strayOption() {
        if (file.get() == null) {
            for (Option<?> option : List.of(size, mean, deviation, order)) {
                if (option.isGiven()) {
                    return option.name();
                }
            }
        }
        return null;
    }

    /// What is said of the file.
    public NetworkAdjustments adjustments() {
        return new NetworkAdjustments(size.get(), mean.get(), deviation.get(), order.get());
    }

    /// All names of these options.
    public static List<String> names() {
        ModelOptions options = new ModelOptions();
        List<String> names = new ArrayList<>();
        for (Option<?> option : List.of(options.file, options.size, options.mean, options.deviation, options.order)) {
            names.add(option.name());
        }
        return names;
    }
}
