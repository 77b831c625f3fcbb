package tongtu.intake;

/// What came of reading a file's bytes as text.
sealed interface Decoding permits SourceText, Refused {}
