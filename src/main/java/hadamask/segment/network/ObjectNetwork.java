package hadamask.segment.network;

import hadamask.file.InputException;
import hadamask.image.Image;
import hadamask.segment.color.Exponential;
import hadamask.segment.color.ReducedPicture;
import hadamask.segment.network.Network.Tensor;
import hadamask.segment.network.NetworkAdjustments.Channels;
import hadamask.segment.network.NetworkAdjustments.Order;
import hadamask.segment.network.NetworkAdjustments.Size;
import java.util.List;

/// A network that tells an object from its ground, and what its file takes: from an image comes an [ObjectMap].
///
///     Network network = NetworkProvider.first().orElseThrow().open(Path.of("u2net.onnx"), 2);
///     ObjectMap map = ObjectNetwork.of("u2net.onnx", network, NetworkAdjustments.NONE).map(image);
///
/// Several threads may use it at once. One image after the other goes through the network, so that its memory is that of one.
public final class ObjectNetwork implements AutoCloseable {
    /// What rounding may make of a probability; what lies further outside is the logarithm of its odds.
    private static final float SLACK = 0.001f;

    private final String name;
    private final Network network;
    private final NetworkInterface face;
    private final Object turn = new Object();

    private ObjectNetwork(String name, Network network, NetworkInterface face) {
        this.name = name;
        this.network = network;
        this.face = face;
    }

    /// Looks at what a network takes.
    ///
    /// @param name how messages call it, such as the name of its file
    /// @param network closed with this
    /// @throws InputException if it is no network from a picture in colours to one map
    public static ObjectNetwork of(String name, Network network, NetworkAdjustments given) {
        try {
            return new ObjectNetwork(name, network,
                    NetworkInterface.of(network.inputs(), network.outputs(), given));
        } catch (InputException e) {
            network.close();
            throw e.at(name);
        }
    }

    /// How messages call it.
    public String name() {
        return name;
    }

    /// What it takes.
    public NetworkInterface face() {
        return face;
    }

    /// Looks for the object of an image.
    ///
    /// @throws InputException if the network cannot do that, or gives what is no map
    public ObjectMap map(Image image) {
        Size size = face.sizeFor(image.width(), image.height());
        Tensor input = new Tensor(planes(image, size), List.of(1L, 3L, (long) size.height(), (long) size.width()));
        try {
            Tensor output;
            synchronized (turn) {
                output = network.run(input);
            }
            ObjectMap map = map(output);
            return face.kind().byCorners() ? map.fromCorners(image.width(), image.height(), size) : map;
        } catch (InputException e) {
            throw e.at(name);
        }
    }

    private static ObjectMap map(Tensor output) {
        List<Long> shape = output.shape();
        int sides = shape.size();
        boolean flat = sides >= 2 && shape.subList(0, sides - 2).stream().allMatch(side -> side == 1)
                && shape.get(sides - 1) > 1 && shape.get(sides - 2) > 1;
        if (!flat) {
            throw new InputException("gives " + NetworkInterface.text(shape)
                    + " as its first output, expected 1 x 1 x HEIGHT x WIDTH");
        }
        float[] values = output.values();
        boolean odds = false;
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new InputException("gives numbers that are none (" + value
                        + "), expected probabilities or the logarithms of odds");
            }
            odds |= value < -SLACK || value > 1 + SLACK;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = odds ? logistic(values[i]) : Math.max(0, Math.min(1, values[i]));
        }
        return new ObjectMap((int) (long) shape.get(sides - 1), (int) (long) shape.get(sides - 2), values);
    }

    private static float logistic(float odds) {
        float small = Exponential.of(-Math.abs(odds));
        return (odds < 0 ? small : 1) / (1 + small);
    }

    /// The picture as the network takes it: a plane for each channel.
    private float[] planes(Image image, Size size) {
        int width = Math.min(image.width(), size.width());
        int height = Math.min(image.height(), size.height());
        float[] rgb = enlarged(ReducedPicture.rgb(image, width, height), width, height, size);
        float largest = 255;
        if (face.kind().byLargest()) {
            largest = 1e-6f * 255; // of a picture that is black
            for (float sample : rgb) {
                largest = Math.max(largest, sample);
            }
        }
        Channels mean = face.mean();
        Channels deviation = face.deviation();
        int pixels = size.width() * size.height();
        float[] planes = new float[3 * pixels];
        int red = face.order() == Order.RGB ? 0 : 2;
        fill(rgb, 0, largest, mean.red(), deviation.red(), planes, red * pixels);
        fill(rgb, 1, largest, mean.green(), deviation.green(), planes, pixels);
        fill(rgb, 2, largest, mean.blue(), deviation.blue(), planes, (2 - red) * pixels);
        return planes;
    }

    private float[] enlarged(float[] rgb, int width, int height, Size size) {
        if (!face.kind().byCorners()) {
            return Resampling.of(rgb, 3, width, height, size.width(), size.height());
        }
        float[] result = Resampling.byCorners(rgb, 3, width, height, size.width(), size.height());
        for (int i = 0; i < result.length; i++) {
            result[i] = (int) (result[i] + 0.5f);
        }
        return result;
    }

    private static void fill(float[] rgb, int channel, float largest, double mean, double deviation, float[] planes,
            int from) {
        float scale = (float) (1 / (largest * deviation));
        float offset = (float) (mean / deviation);
        for (int i = channel, to = from; i < rgb.length; i += 3, to++) {
            planes[to] = rgb[i] * scale - offset;
        }
    }

    @Override
    public void close() {
        network.close();
    }
}
