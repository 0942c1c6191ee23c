/// The program as its users see it: commands run in this process, with their streams set, or through the launcher.
@NullMarked
package hadamask.blackbox;

import org.jspecify.annotations.NullMarked;
