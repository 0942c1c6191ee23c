package hadamask.cli.image;

import hadamask.cli.Command;
import hadamask.cli.image.model.ModelOptions;
import hadamask.cli.image.model.Models;
import hadamask.cli.option.AutoNumber;
import hadamask.cli.option.GroundSides;
import hadamask.cli.option.MethodName;
import hadamask.cli.option.Option;
import hadamask.cli.option.OptionGroup;
import hadamask.cli.option.OptionValues;
import hadamask.cli.option.PlaneName;
import hadamask.cli.option.ThresholdWord;
import hadamask.cli.option.color.ForegroundWord;
import hadamask.image.Rectangle;
import hadamask.segment.ColorClustering;
import hadamask.segment.Foreground;
import hadamask.segment.GraphCutting;
import hadamask.segment.GrayClustering;
import hadamask.segment.HalfLevels;
import hadamask.segment.LocalThresholding;
import hadamask.segment.NetworkCutting;
import hadamask.segment.SegmentationMethod;
import hadamask.segment.cluster.ColorFeatures;
import hadamask.segment.cluster.Thresholding;
import hadamask.segment.cut.CutWays;
import hadamask.segment.cut.GraphCutOptions;
import hadamask.segment.cut.Hints;
import hadamask.segment.cut.Trimap;
import hadamask.segment.plane.AlphaUse;
import hadamask.segment.plane.FlattenedPlane;
import hadamask.segment.plane.GrayScale;
import hadamask.segment.plane.Plane;
import hadamask.segment.saliency.SaliencyMap;
import hadamask.segment.saliency.Side;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Options of how the object is told from the ground.
final class MethodOptions {
    /// How much nearness to the middle counts, or `auto`: then the picture decides.
    ///
    /// @param share from 0 to 1; null for auto
    private record CentreShare(@Nullable Double share) {
        static final CentreShare AUTO = new CentreShare(null);

        static CentreShare of(String word) {
            return word.equalsIgnoreCase("auto") ? AUTO : new CentreShare(OptionValues.share(word, List.of("auto")));
        }

        /// As it is written.
        @Override
        public String toString() {
            return share == null ? "auto" : Double.toString(share);
        }
    }

    private final Option<MethodName> name = Option.of(MethodName.CLUSTERS, "NAME",
            word -> OptionValues.oneOf(MethodName.class, word),
            "clusters (of levels or colours, or a threshold) or graphcut (what stands out from a photograph)"
                    + " (default: clusters).",
            "--method");
    private final Option<GroundSides> ground = Option.of(GroundSides.AUTO, "SIDES", GroundSides::of,
            "Sides that show ground: all, some of top, left, bottom and right, or auto: all but the lower one, or left and right,"
                    + " as is better; all with a hint (default: auto).",
            "--ground");
    private final Option<CentreShare> centre = Option.of(CentreShare.AUTO, "F|auto", CentreShare::of,
            "How much nearness to the middle counts in what stands out, 0 to 1, or auto: 0.5, or with --ground 0 or 0.5, as is"
                    + " better; 0 with a hint (default: auto).",
            "--centre");
    private final Option<SaliencyMap> saliency = Option.of(SaliencyMap.MEAN, "NAME",
            word -> OptionValues.oneOf(SaliencyMap.class, word),
            "What stands out: barrier, background, ranking, or the mean of these maps (default: mean).", "--saliency");
    private final Option<Double> place = Option.of(GraphCutOptions.DEFAULT.placeShare(), "F", OptionValues::share,
            "How much it counts there that a colour is in the middle and not at the border, 0 to 1 (default: 0.65).",
            "--place");
    private final Option<Double> smoothness = Option.of(GraphCutOptions.DEFAULT.smoothness(), "N",
            OptionValues::smoothness, "Cost of an edge between like colours, 0 to 200 (default: 10).", "--smoothness");
    private final Option<@Nullable Rectangle> box = Option.<@Nullable Rectangle>of(null, "X,Y,W,H", OptionValues::box,
            "Where the object is: all outside is ground.", "--box");
    private final Option<List<Hints.Point>> keep = Option.many("X,Y", OptionValues::point,
            "A pixel on the object; may be given several times.", "--keep");
    private final Option<List<Hints.Point>> drop = Option.many("X,Y", OptionValues::point,
            "A pixel on the ground; may be given several times.", "--drop");
    private final Option<@Nullable String> hints = Option.<@Nullable String>of(null, "FILE", OptionValues::name,
            "A picture of the size of the one IMAGE: white on the object, black on the ground, grey or transparent where"
                    + " nothing is known.",
            "--hints");
    private final Option<GrayScale> gray = Option.of(GrayScale.MEAN, "NAME",
            word -> OptionValues.oneOf(GrayScale.class, word),
            "Grey of a pixel: mean, rec601, rec709 or lightness (default: mean).", "--gray");
    private final Option<PlaneName> plane = Option.of(PlaneName.GRAY, "NAME",
            word -> OptionValues.oneOf(PlaneName.class, word),
            "What is looked at: gray, red, green, blue, lab-l, lab-a, lab-b, saturation, border (unlike its colours), exg or"
                    + " exgr (excess green) (default: gray).",
            "--plane");
    private final Option<@Nullable AutoNumber> flatten = Option.of(null, "RADIUS|auto", AutoNumber::radius,
            "Divide uneven light out: strokes narrower than twice RADIUS pixels are dark on an even ground.",
            "--flatten");
    private final Option<@Nullable ColorFeatures> features = Option.of(null, "SPACE",
            word -> OptionValues.oneOf(ColorFeatures.class, word),
            "Cluster colours instead of a plane: lab, rgb or hsv.", "--features");
    private final Option<AutoNumber> clusters = Option.of(new AutoNumber(2), "N", AutoNumber::clusters,
            "Clusters, 2 to 64; of colours also auto (default: 2).", "-k", "--clusters");
    private final Option<Long> seed = Option.of(0L, "N", OptionValues::seed, "Of the K-Means start (default: 0).",
            "--seed");
    private final Option<@Nullable ThresholdWord> threshold = Option.of(null, "T", ThresholdWord::of,
            "No clustering: levels above T, in [0, 1], are bright; or otsu, li, huang, entropy, triangle; or for each pixel"
                    + " sauvola, wolf, nick, niblack, mean, gaussian, howe (ink), as in sauvola:WIDTH.",
            "--threshold");
    private final Option<Boolean> halfLevels = Option.flag(
            "Cut each region again, halfway between its own level and the ground's.", "--half-levels");
    private final Option<Foreground> foreground = Option.of(new Foreground.Auto(), "WHICH", ForegroundWord::of,
            "bright, dark, X,Y (the cluster at that pixel), a colour (the cluster nearest to it) or auto: all but the one that"
                    + " covers most of the border (default: auto).",
            "--foreground");
    private final Option<AlphaUse> alpha = Option.of(AlphaUse.WEIGHT, "USE",
            word -> OptionValues.oneOf(AlphaUse.class, word),
            "Alpha of a pixel: weight (transparent is background, half transparent counts half) or ignore"
                    + " (default: weight).",
            "--alpha");

    private final ModelOptions model = new ModelOptions();

    OptionGroup group() {
        return Option.group("Clusters", gray, plane, flatten, features, clusters, seed, threshold, halfLevels,
                foreground, alpha);
    }

    /// The method, and the hints of a graph cut.
    OptionGroup cutGroup() {
        return Option.group("Method", name, ground, saliency, centre, place, smoothness, box, keep, drop,
                hints);
    }

    /// The network.
    OptionGroup modelGroup() {
        return model.group();
    }

    /// The file of the network, or null.
    @Nullable
    String model() {
        return model.file();
    }

    /// How grey a pixel is.
    GrayScale gray() {
        return gray.get();
    }

    /// The picture of hints that is to be read, or null.
    @Nullable
    String hints() {
        return hints.get();
    }

    /// Refuses what does not go together.
    void check(Command command) {
        String stray = model.strayOption();
        if (stray != null) {
            throw command.usage(stray, "tells what the file of a network takes, expected --model with it");
        }
        if (model.file() != null) {
            checkModel(command);
            return;
        }
        if (name.get() == MethodName.GRAPHCUT) {
            checkCut(command);
            return;
        }
        refuseGiven(command, List.of(ground, saliency, centre, place, smoothness), "tells how a graph cut is made");
        refuseGiven(command, List.of(box, keep, drop, hints), "is a hint to a graph cut");
        if (features.get() != null) {
            if (plane.get() != PlaneName.GRAY || flatten.get() != null) {
                throw command.usage("--features", "looks at colours and not at a plane, expected one of them");
            }
            if (threshold.get() != null || halfLevels.get()) {
                throw command.usage("--features", "clusters colours, expected no --threshold and no --half-levels");
            }
        } else if (clusters.get().auto()) {
            throw command.usage("--clusters", "auto is for clusters of colours, expected a number or --features");
        }
        ThresholdWord word = threshold.get();
        if (halfLevels.get() && word != null && word.local() != null) {
            throw command.usage("--half-levels", "goes by one threshold for all, expected no local --threshold");
        }
    }

    private static void refuseGiven(Command command, List<Option<?>> options, String what) {
        refuseGiven(command, options, what, "--method graphcut");
    }

    private static void refuseGiven(Command command, List<Option<?>> options, String what, String expected) {
        for (Option<?> option : options) {
            if (option.isGiven()) {
                throw command.usage(option.name(), what + ", expected " + expected);
            }
        }
    }

    private void checkCut(Command command) {
        refuseGiven(command, ofClusters(), "tells how clusters are made", "no --method graphcut");
    }

    private void checkModel(Command command) {
        refuseGiven(command, List.of(features, clusters, threshold, halfLevels, foreground),
                "tells how clusters are made", "no --model");
        if (!looksAtPlane()) {
            refuseGiven(command, List.of(gray), "tells what grey is", "--plane or --flatten with a --model");
        }
        refuseGiven(command, List.of(ground, saliency, centre, place), "tells what stands out, which the network does",
                "no --model");
        if (!cutsByModel()) {
            refuseGiven(command, List.of(smoothness), "tells how a graph cut is made");
        }
    }

    private List<Option<?>> ofClusters() {
        return List.of(plane, flatten, features, clusters, threshold, halfLevels, foreground, gray);
    }

    /// Whether a network is the prior of a graph cut.
    private boolean cutsByModel() {
        return name.get() == MethodName.GRAPHCUT || box.isGiven() || keep.isGiven() || drop.isGiven()
                || hints.isGiven();
    }

    /// Whether the levels of a plane count beside a network.
    private boolean looksAtPlane() {
        return plane.isGiven() || flatten.isGiven();
    }

    private Plane plane() {
        AutoNumber radius = flatten.get();
        Plane uneven = plane.get().of(gray.get());
        return radius == null ? uneven : new FlattenedPlane(uneven, radius.number());
    }

    /// @param trimap the picture that [#hints()] names; null without one
    /// @param models has the network, where one is asked for
    /// @throws hadamask.file.InputException if the network cannot be had
    SegmentationMethod method(@Nullable Trimap trimap, Models models) {
        String file = model.file();
        if (file != null) {
            return new NetworkCutting(models.of(file, model.adjustments()), looksAtPlane() ? plane() : null,
                    cutsByModel() ? cut(trimap) : null, alpha.get());
        }
        if (name.get() == MethodName.GRAPHCUT) {
            GraphCutOptions cut = cut(trimap);
            Set<Side> sides = ground.get().sides();
            return new GraphCutting(CutWays.of(cut, sides.isEmpty() ? null : sides, centre.get().share()),
                    alpha.get());
        }
        ColorFeatures space = features.get();
        if (space != null) {
            return new ColorClustering(space, clusters.get().number(), seed.get(), foreground.get(), alpha.get());
        }
        Plane chosen = plane();
        ThresholdWord word = threshold.get();
        if (word != null && word.local() != null) {
            return new LocalThresholding(chosen, word.local(), foreground.get(), alpha.get());
        }
        GrayClustering clustering = new GrayClustering(chosen, thresholding(word), foreground.get(), alpha.get());
        return halfLevels.get() ? new HalfLevels(clustering) : clustering;
    }

    private GraphCutOptions cut(@Nullable Trimap trimap) {
        Hints known = Hints.NONE.withBox(box.get()).withPoints(keep.get(), drop.get());
        return GraphCutOptions.DEFAULT.withPlaceShare(place.get())
                .withSaliency(saliency.get()).withSmoothness(smoothness.get())
                .withHints(trimap == null ? known : known.withMasks(trimap.object(), trimap.ground()));
    }

    private Thresholding thresholding(@Nullable ThresholdWord word) {
        if (word != null && word.rule() != null) {
            return new Thresholding.Automatic(word.rule());
        }
        return word != null && word.gray() != null
                ? new Thresholding.Fixed(word.gray())
                : new Thresholding.KMeans(clusters.get().number(), seed.get());
    }
}
