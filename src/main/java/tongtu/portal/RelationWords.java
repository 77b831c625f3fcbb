package tongtu.portal;

import tongtu.document.Library;
import tongtu.document.Relation;

/// The relations between documents in English.
final class RelationWords {
    private RelationWords() {}

    static String english(Library.Related related) {
        for (var type : Relation.Type.values()) {
            if (type.label().equals(related.label())) {
                return of(type);
            }
            if (type.inverseLabel().equals(related.label())) {
                return inverse(type);
            }
        }
        throw new IllegalArgumentException("no relation " + related.label());
    }

    private static String of(Relation.Type type) {
        return switch (type) {
            case BASIS -> "Based on";
            case PARENT -> "Under";
            case EXPLAINS -> "Explains";
            case REPLACES -> "Replaces";
            case AMENDS -> "Amends";
            case SUPPORTS -> "Supports";
        };
    }

    private static String inverse(Relation.Type type) {
        return switch (type) {
            case BASIS -> "Basis of";
            case PARENT -> "Above";
            case EXPLAINS -> "Explained by";
            case REPLACES -> "Replaced by";
            case AMENDS -> "Amended by";
            case SUPPORTS -> "Supported by";
        };
    }
}
