package dev.lockstile.auth.imports.content;

import dev.lockstile.auth.imports.report.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The parts of a mapping that the journal has: by these a run is resumed or rolled back.
 *
 * @param name of the content
 * @param table of the host
 * @param key as the mapping names it; empty for the primary key
 */
record RunTable(String name, String table, List<String> key) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    RunTable(ContentMapping mapping) {
        this(mapping.name(), mapping.into().table(), mapping.into().key());
    }

    static RunTable read(String json) {
        JsonNode options = MAPPER.readTree(json);
        List<String> key = StreamSupport.stream(options.path("key").spliterator(), false)
                .map(JsonNode::stringValue)
                .toList();
        return new RunTable(
                options.path("content").stringValue(), options.path("table").stringValue(), key);
    }

    String toJson() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("content", name);
        all.put("table", table);
        all.put("key", key);
        return JsonText.of(all);
    }
}
