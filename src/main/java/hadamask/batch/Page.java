package hadamask.batch;

import hadamask.codec.ImagePages;
import hadamask.file.Input;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A page of an image file that is worked on as an image of its own.
///
/// @param number from 1
/// @param last the largest number that is read of the file
/// @param all whether all pages of the file are read
public record Page(int number, int last, boolean all) {
    /// What of an input is read.
    ///
    /// @param page null for its first page, as the file has it
    public static Input of(@Nullable Page page, Input input) {
        return page == null
                ? input
                : input.part(page.named(input), whole -> ImagePages.content(whole, page.number, page.all));
    }

    /// The same of an input that goes with another: where that has pages and this one has a single page, it is for all of them.
    ///
    /// @param other the input that it goes with
    public static Input ofPair(@Nullable Page page, Input input, Input other) {
        if (page == null) {
            return input;
        }
        Path file = other.path();
        return input.part(page.named(input), whole -> file != null && ImagePages.of(file).size() > 1
                ? ImagePages.contentOrOnly(whole, page.number, page.all)
                : ImagePages.content(whole, page.number, page.all));
    }

    private String named(Input input) {
        return input.name() + ", page " + number;
    }

    /// The number with as many digits as the last one has.
    String padded() {
        String text = Integer.toString(number);
        return "0".repeat(Math.max(0, Integer.toString(last).length() - text.length())) + text;
    }
}
