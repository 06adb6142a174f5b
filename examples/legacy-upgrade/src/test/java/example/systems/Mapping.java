package example.systems;

import dev.lockstile.auth.schema.tools.EntityModel;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a takeover mapped to what, as the table of the guide has it. */
final class Mapping {

    private Mapping() {}

    /** The line of one system: tables that were adopted, columns of its users that are shared, formats. */
    static String line(OldSystem system, EntityModel model, OldRows old) {
        List<String> tables = new ArrayList<>();
        List<String> shared = new ArrayList<>();
        for (Class<?> entity : model.classes()) {
            String table = bare(model.table(entity));
            List<String> columns = columns(old.columns(), table);
            if (columns.isEmpty()) {
                continue;
            }
            tables.add("`" + table + "` as " + entity.getSimpleName());
            if (entity.getSimpleName().equals("User")) {
                model.columns(entity).entrySet().stream()
                        .filter(attribute -> columns.contains(bare(attribute.getValue())))
                        .map(attribute -> "`" + bare(attribute.getValue()) + "` as " + attribute.getKey())
                        .sorted()
                        .forEach(shared::add);
            }
        }
        tables.sort(null);
        Set<String> formats = new LinkedHashSet<>(system.formats());
        return "| " + system + " | " + String.join(", ", tables) + " | "
                + (shared.isEmpty() ? "none" : String.join(", ", shared)) + " | " + String.join(", ", formats) + " |";
    }

    private static List<String> columns(Map<String, List<String>> old, String table) {
        return old.entrySet().stream()
                .filter(entry -> entry.getKey().equals(table))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(List.of());
    }

    private static String bare(String name) {
        return name.replace("\"", "").replace("`", "");
    }
}
