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
        if (outcome instanceof Outcome.Done) {
            done++;
        } else if (outcome instanceof Outcome.Skipped) {
            skipped++;
        } else {
            failed++;
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
