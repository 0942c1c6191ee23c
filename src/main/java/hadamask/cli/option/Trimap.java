package hadamask.cli.option;

import hadamask.file.InputException;
import hadamask.image.Image;
import hadamask.image.Layout;
import hadamask.image.Mask;

/// What a picture of hints says: white pixels are on the object, black ones on the ground, and of the others, and of
/// transparent ones, nothing is known.
///
/// @param object pixels on the object
/// @param ground pixels on the ground
public record Trimap(Mask object, Mask ground) {
    /// Levels nearer to white or black than this share of white are white or black, as after a JPEG.
    private static final double NEAR = 0.1;

    /// @throws InputException if nothing is white or black
    public static Trimap of(Image picture) {
        int width = picture.width();
        byte[] object = new byte[width * picture.height()];
        byte[] ground = new byte[object.length];
        Layout layout = picture.layout();
        double white = picture.maxSample();
        for (int y = 0, i = 0; y < picture.height(); y++) {
            for (int x = 0; x < width; x++, i++) {
                if (layout.hasAlpha() && 2 * picture.sample(x, y, layout.alpha()) < picture.maxSample()) {
                    continue;
                }
                int least = Math.min(picture.sample(x, y, layout.red()),
                        Math.min(picture.sample(x, y, layout.green()), picture.sample(x, y, layout.blue())));
                int most = Math.max(picture.sample(x, y, layout.red()),
                        Math.max(picture.sample(x, y, layout.green()), picture.sample(x, y, layout.blue())));
                object[i] = (byte) (least >= (1 - NEAR) * white ? 1 : 0);
                ground[i] = (byte) (most <= NEAR * white ? 1 : 0);
            }
        }
        Trimap found = new Trimap(new Mask(width, picture.height(), object),
                new Mask(width, picture.height(), ground));
        if (found.object.count() + found.ground.count() == 0) {
            throw new InputException("gives no hint: none of it is white or black");
        }
        return found;
    }
}
