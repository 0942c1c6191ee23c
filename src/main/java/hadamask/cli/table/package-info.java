/// Commands about tables, and their options.
@NullMarked
package hadamask.cli.table;

import org.jspecify.annotations.NullMarked;
