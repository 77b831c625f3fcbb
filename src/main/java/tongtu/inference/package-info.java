/// Models that run in this process, on ONNX Runtime: their weights come with pinned packages, and
/// nothing is fetched while the program runs.
@NullMarked
package tongtu.inference;

import org.jspecify.annotations.NullMarked;
