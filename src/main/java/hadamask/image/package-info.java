/// Images and masks as plain values: samples, their layout, their orientation.
@NullMarked
package hadamask.image;

import org.jspecify.annotations.NullMarked;
