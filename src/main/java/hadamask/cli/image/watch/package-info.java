/// Folders that are watched for images.
///
/// **Internal.** Public for the other packages of Hadamask alone; it may change at any time.
@NullMarked
package hadamask.cli.image.watch;

import org.jspecify.annotations.NullMarked;
