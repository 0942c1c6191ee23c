@NullMarked
package hadamask.spark.archive;

import org.jspecify.annotations.NullMarked;
