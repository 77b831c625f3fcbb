package tongtu.intake;

/// Why a file is not imported, and what to do, in Chinese.
public record Refusal(String message, String remedy) {}
