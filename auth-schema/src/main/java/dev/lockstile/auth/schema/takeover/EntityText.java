package dev.lockstile.auth.schema.takeover;

import dev.lockstile.auth.schema.shape.ColumnShape;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The source text of a host's entity. */
final class EntityText {

    private static final Pattern SIZED = Pattern.compile("varchar\\((\\d+)\\)");

    private EntityText() {}

    static String of(String packageName, MatchedTable found) {
        StringBuilder out = new StringBuilder();
        ModelPart part = found.part();
        out.append("package ").append(packageName).append(";\n\n");
        out.append("import dev.lockstile.auth.model.")
                .append(part.superclass().replaceAll("<.*", ""))
                .append(";\n");
        out.append("import jakarta.persistence.*;\n\n");
        out.append("@Entity\n@Table(name = \"").append(found.table().name()).append("\")\n");
        found.attributes().forEach(attribute -> out.append(override(attribute)));
        out.append("public class ")
                .append(part.entity())
                .append(" extends ")
                .append(part.superclass())
                .append(" {\n\n");
        out.append(key(found)).append("}\n");
        return out.toString();
    }

    private static String override(MatchedTable.Attribute attribute) {
        ColumnShape template = attribute.template();
        String type = attribute.old() == null
                ? template.type().postgresql()
                : CatalogueTypes.neutral(attribute.old()).type().postgresql();
        String length = length(type);
        boolean sameName = attribute.column().equals(template.name());
        if (attribute.association()) {
            return sameName
                    ? ""
                    : "@AssociationOverride(name = \"" + attribute.name() + "\", joinColumns = @JoinColumn(name = \""
                            + attribute.column() + "\", nullable = false))\n";
        }
        if (sameName && length.equals(length(template.type().postgresql()))) {
            return "";
        }
        return "@AttributeOverride(name = \"" + attribute.name() + "\", column = @Column(name = \"" + attribute.column()
                + "\"" + (length.isEmpty() ? length(template.type().postgresql()) : length)
                + (template.nullable() ? "" : ", nullable = false") + (isUnique(attribute) ? ", unique = true" : "")
                + "))\n";
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
        String generated = key.identity()
                ? "    @GeneratedValue(strategy = GenerationType.IDENTITY)\n"
                : "    @GeneratedValue(strategy = GenerationType.UUID)\n";
        String column = key.name().equals("id") ? "" : "    @Column(name = \"" + key.name() + "\")\n";
        return "    @Id\n" + generated + column + "    private " + type + " id;\n\n    @Override\n    public " + type
                + " getId() {\n        return id;\n    }\n";
    }
}
