/// Images and masks as plain values: samples, their layout, their orientation.
///
/// **API.** Programs may use this package: what changes in it is said in the changelog.
@NullMarked
package hadamask.image;

import org.jspecify.annotations.NullMarked;
