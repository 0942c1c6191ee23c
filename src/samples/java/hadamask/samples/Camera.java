package hadamask.samples;

import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;

/// What a camera does to light: noise that grows with it, most of it shared by the three colours.
final class Camera {
    private final RandomGenerator random;

    Camera(RandomGenerator random) {
        this.random = random;
    }

    /// The colour of each pixel `(x, y)`, before the noise.
    interface Scene {
        Tone at(int x, int y);
    }

    BufferedImage take(int width, int height, Scene scene) {
        var photo = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                photo.setRGB(x, y, noisy(scene.at(x, y)).rgb());
            }
        }
        return photo;
    }

    private Tone noisy(Tone seen) {
        double sigma = 1.2 + 0.07 * Math.sqrt(Math.max(seen.green(), 0));
        double shared = sigma * random.nextGaussian();
        return new Tone(seen.red() + shared + 0.5 * random.nextGaussian(),
                seen.green() + shared + 0.5 * random.nextGaussian(),
                seen.blue() + shared + 0.6 * random.nextGaussian());
    }

    /// The factor that makes the mean grey of the ground that of the object, `inside` being the object's share of a pixel.
    static double sameGrey(Plane inside, Scene object, Scene ground) {
        double within = 0;
        double without = 0;
        double pixels = 0;
        for (int y = 0; y < inside.height; y++) {
            for (int x = 0; x < inside.width; x++) {
                double share = inside.get(x, y);
                within += share * grey(object.at(x, y));
                without += (1 - share) * grey(ground.at(x, y));
                pixels += share;
            }
        }
        return within / pixels / (without / ((double) inside.width * inside.height - pixels));
    }

    private static double grey(Tone tone) {
        return (tone.red() + tone.green() + tone.blue()) / 3;
    }
}
