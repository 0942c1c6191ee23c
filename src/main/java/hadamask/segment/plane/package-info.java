/// What of a pixel is looked at, as one number: grey, a colour's share, unlikeness to the border, evened light; and how much it counts.
///
/// **API.** Programs may use this package: what changes in it is said in the changelog.
@NullMarked
package hadamask.segment.plane;

import org.jspecify.annotations.NullMarked;
