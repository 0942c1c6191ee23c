/// Archives of many small files: tar shards and SequenceFiles, read as streams and written so.
@NullMarked
package hadamask.spark.archive;

import org.jspecify.annotations.NullMarked;
