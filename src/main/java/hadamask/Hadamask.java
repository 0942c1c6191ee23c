package hadamask;

import hadamask.cli.Commands;
import hadamask.cli.Console;

/// The program: runs the command that the arguments name and exits with its status.
public final class Hadamask {
    private Hadamask() {
    }

    /// @param args a command and its arguments, as in `segment cat.jpg -o out.png`
    public static void main(String[] args) {
        int status = Commands.run(args, Console.system());
        if (status != 0) {
            // Not for 0: to exit sets up logging first, which takes as long as parsing the arguments.
            System.exit(status);
        }
    }
}
