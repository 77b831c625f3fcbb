/// Staff: who they are, what they may do, how they sign in. Their passwords are kept as argon2id
/// hashes, their sessions as hashes of tokens; nothing of either is ever in a log.
@NullMarked
package tongtu.account;

import org.jspecify.annotations.NullMarked;
