package tongtu.checks;

import tongtu.document.BlockId;

/// An address that the words of a unit lead to, or a picture that they show.
record Reference(BlockId unit, String target, boolean isPicture) {}
