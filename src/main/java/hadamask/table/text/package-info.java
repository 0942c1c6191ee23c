/// Delimited text: where its records and cells are, and what is guessed of delimiter, header, labels and columns.
///
/// **Internal.** Public for the other packages of Hadamask alone; it may change at any time.
@NullMarked
package hadamask.table.text;

import org.jspecify.annotations.NullMarked;
