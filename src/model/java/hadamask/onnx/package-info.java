/// Networks in the format ONNX, computed by ONNX Runtime: an add-on, which the program finds as a
/// [hadamask.segment.network.NetworkProvider].
@NullMarked
package hadamask.onnx;

import org.jspecify.annotations.NullMarked;
