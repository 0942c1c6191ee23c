/// What is told of the commands outside of their own help: completion in shells, and manual pages. All of it is made from
/// the declarations of the options.
///
/// **Internal.** Public for the other packages of Hadamask alone; it may change at any time.
@NullMarked
package hadamask.cli.manual;

import org.jspecify.annotations.NullMarked;
