package hadamask.segment.plane;

import hadamask.image.Image;

/// The grey levels of an image, formed when they are asked for: nothing is stored.
record GrayLevels(GrayScale scale, Image image) implements Levels {
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
        return scale.maxLevel(image.maxSample());
    }

    @Override
    public int at(int x, int y) {
        return scale.level(image, x, y);
    }

    @Override
    public void row(int y, int[] levels) {
        scale.levels(image, y, levels);
    }

    @Override
    public void copy(int y, char[] levels, int to) {
        scale.copy(image, y, levels, to);
    }

    @Override
    public void count(int y, int[] counts) {
        scale.count(image, y, counts);
    }

    @Override
    public void lookUp(int y, byte[] ofLevel, byte[] values, int to) {
        scale.lookUp(image, y, ofLevel, values, to);
    }
}
