package dev.lockstile.auth.schema.changelog;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads YAML changelogs, and JSON ones, which are YAML too. No class is made from a tag of the file. */
final class YamlNodes {

    static final String ROOT = "databaseChangeLog";

    private YamlNodes() {}

    static Node read(InputStream in) throws IOException {
        try {
            Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            if (document instanceof Map<?, ?> map && map.containsKey(ROOT)) {
                return node(ROOT, map.get(ROOT));
            }
            throw new IOException("no " + ROOT + " in it");
        } catch (YAMLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** A scalar entry becomes an attribute, anything else a child; a list hands its entries to its parent. */
    private static Node node(String name, @Nullable Object value) {
        Map<String, String> attributes = new LinkedHashMap<>();
        List<Node> children = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (Object item : value instanceof List<?> list ? list : java.util.Arrays.asList(value)) {
            if (item instanceof Map<?, ?> map) {
                map.forEach((key, inner) -> add(String.valueOf(key), inner, attributes, children));
            } else if (item != null) {
                text.append(item).append('\n');
            }
        }
        return new Node(name, attributes, children, text.toString());
    }

    private static void add(String key, @Nullable Object inner, Map<String, String> attributes, List<Node> children) {
        if (inner instanceof Map<?, ?> || inner instanceof List<?>) {
            children.add(node(key, inner));
        } else {
            String text = inner == null ? "" : inner.toString();
            if (attributes.putIfAbsent(key, text) != null) {
                children.add(new Node(key, Map.of(), List.of(), text));
            }
        }
    }
}
