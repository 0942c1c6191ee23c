/// Commands about pictures and masks, and their options.
@NullMarked
package hadamask.cli.image;

import org.jspecify.annotations.NullMarked;
