package hadamask.cli.image;

import hadamask.batch.Page;
import hadamask.batch.Source;
import hadamask.cli.Command;
import hadamask.cli.Console;
import hadamask.cli.image.mask.MaskInput;
import hadamask.cli.option.Option;
import hadamask.cli.option.OptionValues;
import hadamask.cli.option.PageChoice;
import hadamask.codec.ImageDecoder;
import hadamask.codec.ImagePages;
import hadamask.codec.format.PassedOver;
import hadamask.codec.format.Reading;
import hadamask.file.Input;
import hadamask.file.InputException;
import hadamask.image.Image;
import hadamask.image.MaskReading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/// Options of reading images, shared by every command that does.
final class ReadingOptions {
    private final Option<Long> maxPixels = Option.of(250_000_000L, "N", OptionValues::pixels,
            "Refuse larger images before they are decoded (default: 250000000).", "--max-pixels").aside();

    private final Option<Boolean> tolerant = Option.flag(
            "Read damaged images as far as they go, with a warning for each.", "--tolerant");

    private final Option<@Nullable PageChoice> page = Option.<@Nullable PageChoice>of(null, "N|all", PageChoice::of,
            "Page of a TIFF, from 1, or each page as an image of its own (default: the first).", "--page");

    /// Bytes of the images that were read.
    private long kept;

    void declare(CommandSpec command) {
        command.addOption(page.spec()).addOption(maxPixels.spec()).addOption(tolerant.spec());
    }

    /// Whether each page of a file is an image.
    boolean asksForPages() {
        PageChoice chosen = page.get();
        return chosen != null && chosen.isAll();
    }

    /// Refuses the pages of standard input, which are taken one by one.
    void requireFiles(Command command, List<String> inputs) {
        if (asksForPages() && inputs.contains("-")) {
            throw command.usage("--page",
                    "all takes the pages of files one by one, and standard input can be read once,"
                            + " expected a file");
        }
    }

    /// The one page that is asked for; null where none is, or all are.
    private @Nullable Page onePage() {
        PageChoice chosen = page.get();
        return chosen == null || chosen.isAll() ? null : new Page(chosen.number(), chosen.number(), false);
    }

    /// What of an input is read that is named itself.
    Input page(Input input) {
        return Page.of(onePage(), input);
    }

    /// The same of one that goes with another: where it has a single page, and the other one more, that one.
    Input pageOfPair(Input input, Input other) {
        return Page.ofPair(onePage(), input, other);
    }

    /// The images that are pages of files.
    ///
    /// @param sources the files
    /// @param partner the file that goes with an image, or null: it may have the pages, and the image be one for all of them
    /// @return the same where no page is asked for
    List<Source> pages(Command command, List<Source> sources, Function<Source, @Nullable Path> partner) {
        if (page.get() == null) {
            return sources;
        }
        List<Source> pages = new ArrayList<>();
        for (Source source : sources) {
            Path file = source.file();
            if (!asksForPages()) {
                pages.add(new Source(file, source.folder(), source.index(), onePage()));
                continue;
            }
            if (file == null) {
                requireFiles(command, List.of("-"));
                continue;
            }
            List<Integer> numbers = numbers(file, partnerOf(source, partner));
            for (int number : numbers) {
                pages.add(new Source(file, source.folder(), pages.size() + 1,
                        new Page(number, numbers.getLast(), true)));
            }
        }
        return pages;
    }

    private static @Nullable Path partnerOf(Source source, Function<Source, @Nullable Path> partner) {
        try {
            return partner.apply(source);
        } catch (InputException e) {
            return null; // said when it is its turn
        }
    }

    private static List<Integer> numbers(Path file, @Nullable Path partner) {
        List<Integer> numbers = ImagePages.of(file);
        List<Integer> others = partner == null ? List.of() : ImagePages.of(partner);
        return numbers.size() >= others.size() ? numbers : others;
    }

    /// How images are read.
    Reading reading(Console console) {
        Reading reading = Reading.upTo(maxPixels.get()).passingOver(others -> {
            String remedy = remedy(others.kind());
            if (!remedy.isEmpty()) {
                console.note("note: " + others.words() + " (" + remedy + ")");
            }
        });
        return tolerant.get()
                ? reading.tolerant(damage -> console.note("warning: " + damage + " (what is there is read)"))
                : reading;
    }

    /// What can be done about other pictures of a file; empty where it has been decided which are read.
    private String remedy(PassedOver.Kind kind) {
        PageChoice choice = page.get();
        if (kind == PassedOver.Kind.PAGES) {
            return choice == null ? "another: --page N; each as an image of its own: --page all" : "";
        }
        return choice == null || choice.isAll()
                ? "the others as images of their own: magick FILE -coalesce frame-%d.png"
                : "";
    }

    /// Reads a mask or numbers of objects; like [#read], with which it shares the memory.
    MaskInput readMask(Console console, Input input, int work, MaskReading.As as) {
        byte[] content = input.bytes();
        return MaskInput.of(input, content, reading(console).within(
                size -> kept += size.require(input.memory(), kept + content.length, work + MaskInput.NUMBERS)), as);
    }

    /// Reads an image; more than one is read one after the other, and all of them are kept.
    ///
    /// @param work bytes per pixel that are taken beside the image to do what is asked for
    Image read(Console console, Input input, int work) {
        byte[] content = input.bytes();
        return ImageDecoder.decode(input, content, reading(console)
                .within(size -> kept += size.require(input.memory(), kept + content.length, work)));
    }
}
