/// Hadamask on Apache Spark: the commands of the program, with their work done by a cluster.
@NullMarked
package hadamask.spark;

import org.jspecify.annotations.NullMarked;
