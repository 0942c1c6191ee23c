package hadamask.batch;

/// Counts what became of the images.
public final class Tally implements Observer {
    private int images;
    private int done;
    private int skipped;
    private int failed;

    public Tally(int images) {
        this.images = images;
    }

    /// More images have come.
    public void expect(int more) {
        images += more;
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
    public int images() {
        return images;
    }

    /// Images whose results were written.
    public int done() {
        return done;
    }

    /// Images that an earlier run did.
    public int skipped() {
        return skipped;
    }

    /// Images that could not be done.
    public int failed() {
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
