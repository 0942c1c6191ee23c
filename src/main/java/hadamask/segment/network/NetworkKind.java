package hadamask.segment.network;

import hadamask.segment.network.NetworkAdjustments.Channels;

/// Networks whose files are known by their shapes and names, with what they take: samples are divided by the largest that a picture
/// can have, or has, then `(sample - mean) / deviation`.
public enum NetworkKind {
    /// X. Qin and others, "U2-Net: going deeper with nested U-structure for salient object detection", 2020; also its small form
    /// U2-Net-P, those for people, and Silueta.
    U2NET("U2-Net", true),
    /// X. Qin and others, "Highly accurate dichotomous image segmentation", 2022.
    ISNET("ISNet", true),
    /// The same network as `@imgly/background-removal` has it: `(sample - 128) / 256` of 8 bits, small pictures enlarged
    /// as that package does it.
    IMGLY("ISNet of @imgly", false),
    /// Z. Ke and others, "MODNet: real-time trimap-free portrait matting via objective decomposition", 2022; any size by 32.
    MODNET("MODNet", false),
    /// P. Zheng and others, "Bilateral reference for high-resolution dichotomous image segmentation", 2024.
    BIREFNET("BiRefNet", true),
    /// None of these; what most networks for pictures take is guessed.
    UNKNOWN("unknown", false);

    private final String title;
    private final boolean byLargest;

    NetworkKind(String title, boolean byLargest) {
        this.title = title;
        this.byLargest = byLargest;
    }

    /// As its authors call it.
    public String title() {
        return title;
    }

    /// Whether samples are divided by the largest of the picture, not by the largest that there can be.
    public boolean byLargest() {
        return byLargest;
    }

    /// Whether a small picture is enlarged with its first pixel in place, not with the middles of its pixels, and in whole numbers.
    ///
    /// A network may be unsure of what it sees in a small picture, and decide by a fraction of a pixel.
    public boolean byCorners() {
        return this == IMGLY;
    }

    /// What is taken off.
    public Channels mean() {
        return switch (this) {
            case ISNET, MODNET -> Channels.all(0.5);
            case IMGLY -> Channels.all(128 / 255.0);
            // of the pictures that most networks are trained on
            case U2NET, BIREFNET, UNKNOWN -> new Channels(0.485, 0.456, 0.406);
        };
    }

    /// What is divided by.
    public Channels deviation() {
        return switch (this) {
            case ISNET -> Channels.all(1);
            case IMGLY -> Channels.all(256 / 255.0);
            case MODNET -> Channels.all(0.5);
            case U2NET, BIREFNET, UNKNOWN -> new Channels(0.229, 0.224, 0.225);
        };
    }
}
