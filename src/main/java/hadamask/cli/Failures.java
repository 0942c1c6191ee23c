package hadamask.cli;

import hadamask.batch.Observer;
import hadamask.batch.Outcome;

/// Says what could not be done, a line for each image.
final class Failures implements Observer {
    private final Console console;
    private int count;

    Failures(Console console) {
        this.console = console;
    }

    /// How many images could not be done so far.
    int count() {
        return count;
    }

    @Override
    public void inOrder(Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            console.error(failed.cause());
            count++;
        }
    }
}
