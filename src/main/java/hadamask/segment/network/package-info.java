/// Networks that were trained to tell an object from its ground, and the files that users have of them: start reading at
/// [hadamask.segment.network.ObjectNetwork].
///
/// What computes a network is no part of this package: it is found by a [hadamask.segment.network.NetworkProvider].
///
/// **API.** Programs may use this package: what changes in it is said in the changelog.
@NullMarked
package hadamask.segment.network;

import org.jspecify.annotations.NullMarked;
