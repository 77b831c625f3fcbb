/// The content repository and its history: what is published is a commit, durable before it is
/// acknowledged. Texts are compared and merged here, by paragraph and in words.
@NullMarked
package tongtu.archive;

import org.jspecify.annotations.NullMarked;
