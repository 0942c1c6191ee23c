package hadamask.segment.plane;

import hadamask.image.Image;

/// One sample of each pixel as its level: nothing is stored.
///
/// @param offset place of the sample within a pixel
record SampleLevels(Image image, int offset) implements Levels {
    @Override
    public int width() {
        return image.width();
    }

    @Override
    public int height() {
        return image.height();
    }

    @Override
    public int maxLevel() {
        return image.maxSample();
    }

    @Override
    public int at(int x, int y) {
        return image.sample(x, y, offset);
    }

    private int start(int y) {
        return y * image.width() * image.layout().samples() + offset;
    }

    @Override
    public void row(int y, int[] levels) {
        int step = image.layout().samples();
        int width = image.width();
        if (image.bitDepth() == 8) {
            byte[] samples = image.bytes();
            for (int x = 0, i = start(y); x < width; x++, i += step) {
                levels[x] = samples[i] & 0xFF;
            }
        } else {
            short[] samples = image.shorts();
            for (int x = 0, i = start(y); x < width; x++, i += step) {
                levels[x] = samples[i] & 0xFFFF;
            }
        }
    }

    @Override
    public void copy(int y, char[] levels, int to) {
        int step = image.layout().samples();
        int end = to + image.width();
        if (image.bitDepth() == 8) {
            byte[] samples = image.bytes();
            for (int x = to, i = start(y); x < end; x++, i += step) {
                levels[x] = (char) (samples[i] & 0xFF);
            }
        } else {
            short[] samples = image.shorts();
            for (int x = to, i = start(y); x < end; x++, i += step) {
                levels[x] = (char) samples[i];
            }
        }
    }

    @Override
    public void count(int y, int[] counts) {
        int step = image.layout().samples();
        int first = start(y);
        int end = first + image.width() * step;
        if (image.bitDepth() == 8) {
            byte[] samples = image.bytes();
            for (int i = first; i < end; i += step) {
                counts[samples[i] & 0xFF]++;
            }
        } else {
            short[] samples = image.shorts();
            for (int i = first; i < end; i += step) {
                counts[samples[i] & 0xFFFF]++;
            }
        }
    }

    @Override
    public void lookUp(int y, byte[] ofLevel, byte[] values, int to) {
        int step = image.layout().samples();
        int end = to + image.width();
        if (image.bitDepth() == 8) {
            byte[] samples = image.bytes();
            for (int x = to, i = start(y); x < end; x++, i += step) {
                values[x] = ofLevel[samples[i] & 0xFF];
            }
        } else {
            short[] samples = image.shorts();
            for (int x = to, i = start(y); x < end; x++, i += step) {
                values[x] = ofLevel[samples[i] & 0xFFFF];
            }
        }
    }
}
