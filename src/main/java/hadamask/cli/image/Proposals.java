package hadamask.cli.image;

import hadamask.batch.Proposal;
import hadamask.cli.option.Settings;
import hadamask.cli.option.SettingsOptions;
import hadamask.segment.SegmentationOptions;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// The ways of segmenting that `--suggest` tries: the default, every preset, and planes that see what grey does not.
///
/// Each is made of the words that a person types, by the options that `segment` itself has.
final class Proposals {
    private static final List<String> PLANES = List.of("border", "saturation", "lab-b");

    private Proposals() {
    }

    static List<Proposal> all() {
        List<Proposal> proposals = new ArrayList<>();
        proposals.add(of("--closing auto"));
        for (String preset : SettingsOptions.presets()) {
            proposals.add(of("--preset " + preset));
        }
        for (String plane : PLANES) {
            proposals.add(of("--plane " + plane));
        }
        return proposals;
    }

    private static Proposal of(String words) {
        MethodOptions method = new MethodOptions();
        MaskOptions mask = new MaskOptions();
        SettingsOptions settings = new SettingsOptions();
        CommandLine line = new CommandLine(CommandSpec.create().addArgGroup(method.cutGroup())
                .addArgGroup(method.group()).addArgGroup(mask.group()).addArgGroup(new PictureOptions().group())
                .addArgGroup(settings.group()));
        Settings.apply(settings, line, line.parseArgs(words.split(" ", -1)), file -> {
            throw new IllegalStateException(file);
        });
        return new Proposal(words,
                new SegmentationOptions(method.method(null), mask.refinement(), mask.invert()));
    }
}
