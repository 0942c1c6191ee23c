/// Options, the words of their values, and settings that stand for them.
@NullMarked
package hadamask.cli.option;

import org.jspecify.annotations.NullMarked;
