/// Work at the same time: the only room that starts threads.
///
/// [Workers] do the parts of a work, in order or in any; [RowBands] are the rows of an image; an [ObjectPool] keeps what parts use one after the
/// other, a [Reusable] what images do. All that is parallel in a thread of workers is done by these, and otherwise by the fork/join pool of whoever
/// calls.
///
/// **API.** Programs may use this package: what changes in it is said in the changelog.
@NullMarked
package hadamask.parallel;

import org.jspecify.annotations.NullMarked;
