package dev.lockstile.auth.imports.content;

import dev.lockstile.auth.imports.source.Entity;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the JSON text of a mapping. An unknown member is refused, since it may be a misspelled one. */
final class MappingFile {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_JAVA_COMMENTS).build();
    private static final Set<String> MEMBERS = Set.of(
            "name",
            "from",
            "id",
            "each",
            "table",
            "key",
            "sequence",
            "columns",
            "owners",
            "rows",
            "people",
            "addresses",
            "prefixes");

    private final JsonNode file;

    private MappingFile(JsonNode file) {
        this.file = file;
    }

    static ContentMapping read(String json) {
        JsonNode file;
        try {
            file = MAPPER.readTree(json);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("the mapping is not JSON: " + e.getOriginalMessage(), e);
        }
        if (!file.isObject()) {
            throw new IllegalArgumentException("the mapping is no JSON object");
        }
        file.propertyNames().forEach(name -> {
            if (!MEMBERS.contains(name)) {
                throw new IllegalArgumentException("the mapping has an unknown member: " + name);
            }
        });
        return new MappingFile(file).mapping();
    }

    private ContentMapping mapping() {
        String name = Entity.rows(required("name")).text();
        ContentMapping.From from = new ContentMapping.From(text("from"), text("id"), text("each"));
        ContentMapping.Into into =
                new ContentMapping.Into(required("table"), List.copyOf(texts("key")), text("sequence"));
        String people = text("people");
        ContentMapping.Cells cells = new ContentMapping.Cells(
                map("columns"), map("owners"), rows(), people == null ? Entity.USERS.text() : people);
        requireCells(cells);
        Addresses addresses = new Addresses(texts("addresses"), map("prefixes"));
        addresses.columns().stream()
                .filter(column -> !cells.columns().containsKey(column))
                .findFirst()
                .ifPresent(column -> {
                    throw new IllegalArgumentException("addresses names " + column + ", which columns does not have");
                });
        return new ContentMapping(name, from, into, cells, addresses);
    }

    private static void requireCells(ContentMapping.Cells cells) {
        if (cells.owners().isEmpty() && cells.rows().isEmpty()) {
            throw new IllegalArgumentException("the mapping names no owner: owners or rows has to have a column");
        }
        Set<String> seen = new LinkedHashSet<>();
        List.of(cells.columns().keySet(), cells.owners().keySet(), cells.rows().keySet())
                .forEach(names -> names.forEach(column -> {
                    if (!seen.add(column)) {
                        throw new IllegalArgumentException("the mapping fills the column " + column + " twice");
                    }
                }));
    }

    private String required(String member) {
        String text = text(member);
        if (text == null) {
            throw new IllegalArgumentException("the mapping lacks " + member);
        }
        return text;
    }

    private @Nullable String text(String member) {
        JsonNode node = file.path(member);
        return node.isMissingNode() ? null : text(node, member);
    }

    private static String text(JsonNode node, String member) {
        if (!node.isString() || node.stringValue().isBlank()) {
            throw new IllegalArgumentException("in the mapping " + member + " is to be a text");
        }
        return node.stringValue();
    }

    private Set<String> texts(String member) {
        JsonNode node = file.path(member);
        Set<String> texts = new LinkedHashSet<>();
        if (node.isArray()) {
            node.forEach(element -> texts.add(text(element, member)));
        } else if (!node.isMissingNode()) {
            texts.add(text(node, member));
        }
        return texts;
    }

    private Map<String, String> map(String member) {
        Map<String, String> map = new LinkedHashMap<>();
        object(member).properties().forEach(entry -> map.put(entry.getKey(), text(entry.getValue(), member)));
        return map;
    }

    private Map<String, ContentMapping.OtherRow> rows() {
        Map<String, ContentMapping.OtherRow> rows = new LinkedHashMap<>();
        object("rows").properties().forEach(entry -> {
            if (!entry.getValue().isObject() || entry.getValue().size() != 1) {
                throw new IllegalArgumentException(
                        "in the mapping rows is to hold {\"column\": {\"other content\": \"old column\"}}");
            }
            entry.getValue()
                    .properties()
                    .forEach(other -> rows.put(
                            entry.getKey(),
                            new ContentMapping.OtherRow(other.getKey(), text(other.getValue(), "rows"))));
        });
        return rows;
    }

    private JsonNode object(String member) {
        JsonNode node = file.path(member);
        if (!node.isMissingNode() && !node.isObject()) {
            throw new IllegalArgumentException("in the mapping " + member + " is to be an object");
        }
        return node;
    }
}
