package dev.lockstile.auth.pages;

import dev.lockstile.auth.admin.AdminLists;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A page of a list as the template shows it. */
record AdminTable(String name, AdminLists.Page page, Texts texts) {

    static AdminTable of(AdminLists.Table list, AdminLists.Page page, Texts texts) {
        return new AdminTable(name(list), page, texts);
    }

    static String name(AdminLists.Table list) {
        return list.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Map<String, @Nullable Object> model() {
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("list", name);
        model.put("path", "/admin/" + name);
        model.put(
                "columns",
                page.columns().stream()
                        .map(column -> texts.say("column." + column))
                        .toList());
        model.put("rows", page.rows().stream().map(this::cells).toList());
        model.put("after", page.next());
        return model;
    }

    private List<Map<String, @Nullable Object>> cells(Map<String, @Nullable Object> row) {
        List<Map<String, @Nullable Object>> cells = new ArrayList<>();
        for (String column : page.columns()) {
            Object value = row.get(column);
            Map<String, @Nullable Object> cell = new HashMap<>();
            cell.put("text", text(value));
            cell.put("user", leadsToUser(column) && value != null);
            cell.put("wide", column.equals("errorMessage"));
            cells.add(cell);
        }
        return cells;
    }

    private boolean leadsToUser(String column) {
        return column.equals("user") || (name.equals("users") && column.equals("id"));
    }

    private String text(@Nullable Object value) {
        if (value instanceof Instant instant) {
            return TemplateValues.time(instant);
        }
        if (value instanceof Boolean truth) {
            return texts.say(truth ? "yes" : "no");
        }
        if (value instanceof Enum<?> word) {
            return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
        return value == null ? "" : value.toString();
    }
}
