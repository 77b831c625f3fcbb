/// Work in the background: the most urgent first, on a bounded number of threads. What is to be
/// done is derived from what is there, so nothing of it is kept on the disk.
@NullMarked
package tongtu.jobs;

import org.jspecify.annotations.NullMarked;
