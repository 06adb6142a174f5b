package dev.lockstile.auth.schema.takeover;

import dev.lockstile.auth.schema.database.Identifiers;
import dev.lockstile.auth.schema.internal.shape.ColumnShape;
import dev.lockstile.auth.schema.internal.shape.SequenceShape;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The source text of a host's entity. */
final class EntityText {

    private static final Pattern SIZED = Pattern.compile("varchar\\((\\d+)\\)");

    /**
     * What {@code @MapsId} does where the reference is the entity's own: the reference of a superclass cannot have it.
     */
    private static final String KEY_OF_USER = """

                @PrePersist
                void takeKeyOfUser() {
                    id = getUser().getId();
                }
            """;

    /** Where the other application knows people by their name, who joins here goes by it too. */
    private static final String KEY_BY_NAME = """

                @PrePersist
                void takeNameForKey() {
                    id = getUsername() == null ? java.util.UUID.randomUUID().toString() : getUsername();
                }
            """;

    private static final String READ_ONLY = ", insertable = false, updatable = false";

    private EntityText() {}

    static String of(String packageName, MatchedTable found) {
        StringBuilder out = new StringBuilder();
        ModelPart part = found.part();
        out.append("package ").append(packageName).append(";\n\n");
        out.append("import dev.lockstile.auth.model.")
                .append(part.superclass().replaceAll("<.*", ""))
                .append(";\n");
        out.append("import jakarta.persistence.*;\n\n");
        out.append("@Entity\n@Table(name = ").append(name(found.table().name())).append(")\n");
        found.attributes().forEach(attribute -> out.append(override(attribute, found)));
        out.append("public class ")
                .append(part.entity())
                .append(" extends ")
                .append(part.superclass())
                .append(" {\n\n");
        out.append(key(found)).append("}\n");
        return out.toString();
    }

    private static String override(MatchedTable.Attribute attribute, MatchedTable found) {
        ColumnShape template = attribute.template();
        String type = attribute.old() == null
                ? template.type().postgresql()
                : CatalogueTypes.neutral(attribute.old()).type().postgresql();
        String length = length(type);
        boolean sameName = attribute.column().equals(template.name());
        if (attribute.association()) {
            return sameName && !attribute.sharesKey(found)
                    ? ""
                    : "@AssociationOverride(name = \"" + attribute.name() + "\", joinColumns = @JoinColumn(name = "
                            + name(attribute.column()) + ", nullable = false"
                            + (attribute.sharesKey(found) ? READ_ONLY : "") + "))\n";
        }
        String readOnly = attribute.sharesKey(found) ? READ_ONLY : "";
        if (sameName
                && readOnly.isEmpty()
                && length.equals(length(template.type().postgresql()))) {
            return "";
        }
        return "@AttributeOverride(name = \"" + attribute.name() + "\", column = @Column(name = "
                + name(attribute.column())
                + (length.isEmpty() ? length(template.type().postgresql()) : length)
                + (template.nullable() ? "" : ", nullable = false") + (isUnique(attribute) ? ", unique = true" : "")
                + readOnly + "))\n";
    }

    private static boolean isUnique(MatchedTable.Attribute attribute) {
        return attribute.name().endsWith("Key");
    }

    private static String length(String type) {
        Matcher sized = SIZED.matcher(type);
        return sized.matches() ? ", length = " + sized.group(1) : "";
    }

    private static String key(MatchedTable found) {
        ColumnShape key = found.key();
        String type = String.valueOf(CatalogueTypes.keyType(key));
        String shared = found.attributes().stream()
                .filter(attribute -> attribute.sharesKey(found))
                .map(attribute -> attribute.association() ? KEY_OF_USER : KEY_BY_NAME)
                .findFirst()
                .orElse("");
        String generated = !shared.isEmpty() ? "" : generated(found);
        String length = type.equals("String")
                ? keyLength(CatalogueTypes.neutral(key).type().postgresql())
                : "";
        String column = key.name().equals("id") && length.isEmpty()
                ? ""
                : "    @Column(name = " + name(key.name()) + length + ")\n";
        return "    @Id\n" + generated + column + "    private " + type + " id;\n\n    @Override\n    public " + type
                + " getId() {\n        return id;\n    }\n" + shared;
    }

    private static String generated(MatchedTable found) {
        SequenceShape sequence = found.sequence();
        if (sequence == null) {
            String strategy = found.key().identity() ? "IDENTITY" : "UUID";
            return "    @GeneratedValue(strategy = GenerationType." + strategy + ")\n";
        }
        String name = sequence.name();
        return "    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = \"" + name + "\")\n"
                + "    @SequenceGenerator(name = \"" + name + "\", sequenceName = \"" + name + "\", allocationSize = "
                + sequence.increment() + ")\n";
    }

    /** A key of a fixed length is told as such: Hibernate means another type by a text. */
    private static String keyLength(String type) {
        return type.startsWith("char(") ? ", columnDefinition = \"" + type + "\"" : length(type);
    }

    /** As it stands in an annotation, with the quotes of JPA where the database needs some. */
    private static String name(String name) {
        String text = name.replace("\\", "\\\\");
        return Identifiers.isQuoted(name) ? "\"\\\"" + text + "\\\"\"" : '"' + text + '"';
    }
}
