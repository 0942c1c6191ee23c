package hadamask.cli;

import hadamask.batch.Observer;
import hadamask.batch.Outcome;

/// Counts what became of the images.
final class Tally implements Observer {
    private final int images;
    private int done;
    private int skipped;
    private int failed;

    Tally(int images) {
        this.images = images;
    }

    @Override
    public void finished(Outcome outcome) {
        switch (outcome) {
            case Outcome.Done one -> done++;
            case Outcome.Skipped one -> skipped++;
            case Outcome.Failed one -> failed++;
        }
    }

    /// All images.
    int images() {
        return images;
    }

    /// Images whose results were written.
    int done() {
        return done;
    }

    /// Images that an earlier run did.
    int skipped() {
        return skipped;
    }

    /// Images that could not be done.
    int failed() {
        return failed;
    }

    /// All of it in words, such as `470 of 500 images done, 20 done before, 10 failed`.
    @Override
    public String toString() {
        return done + " of " + images + (images == 1 ? " image done" : " images done")
                + (skipped == 0 ? "" : ", " + skipped + " done before")
                + (failed == 0 ? "" : ", " + failed + " failed");
    }
}
