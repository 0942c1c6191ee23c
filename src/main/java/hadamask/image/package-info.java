/// Images and masks as plain values, and their codecs: read upright, written as they are.
@NullMarked
package hadamask.image;

import org.jspecify.annotations.NullMarked;
