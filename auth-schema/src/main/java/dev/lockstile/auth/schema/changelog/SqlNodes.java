package dev.lockstile.auth.schema.changelog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads SQL changelogs: formatted ones by their comments, a plain one as the one change set Liquibase makes of it. */
final class SqlNodes {

    private static final Pattern HEAD = Pattern.compile("--\\s*liquibase formatted sql(.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern CHANGE_SET = Pattern.compile(
            "--\\s*changeset\\s+(?:\"([^\"]+)\"|([^\\s:]+)):(?:\"([^\"]+)\"|(\\S+))(.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER = Pattern.compile(
            "--\\s*(rollback|comment:?|preconditions|precondition-\\S+|include|property)(?:\\s+(.*))?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OPTION = Pattern.compile("([\\w.]+):(?:\"([^\"]*)\"|(\\S+))");

    private final Map<String, String> head = new LinkedHashMap<>();
    private final List<Node> changeSets = new ArrayList<>();
    private final StringBuilder sql = new StringBuilder();
    private @Nullable Map<String, String> attributes;
    private List<Node> children = new ArrayList<>();

    private SqlNodes() {}

    static Node read(InputStream in) throws IOException {
        return new SqlNodes().parse(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    }

    private Node parse(BufferedReader lines) throws IOException {
        boolean formatted = false;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher top = HEAD.matcher(line.strip());
            if (top.matches()) {
                formatted = true;
                head.putAll(options(top.group(1)));
            } else {
                take(line);
            }
        }
        if (!formatted) {
            attributes = Map.of("id", "raw", "author", "includeAll");
        }
        finish();
        return new Node(YamlNodes.ROOT, head, changeSets, "");
    }

    private void take(String line) {
        Matcher start = CHANGE_SET.matcher(line.strip());
        Matcher other = OTHER.matcher(line.strip());
        if (start.matches()) {
            finish();
            Map<String, String> found = new LinkedHashMap<>(options(start.group(5)));
            found.put("author", start.group(1) == null ? start.group(2) : start.group(1));
            found.put("id", start.group(3) == null ? start.group(4) : start.group(3));
            attributes = found;
        } else if (other.matches()) {
            String name = other.group(1).toLowerCase(java.util.Locale.ROOT).replace(":", "");
            String rest = other.group(2) == null ? "" : other.group(2);
            children.add(
                    new Node(name.equals("preconditions") ? "preConditions" : name, options(rest), List.of(), rest));
        } else {
            sql.append(line).append('\n');
        }
    }

    private void finish() {
        if (attributes != null) {
            children.add(0, new Node("sql", Map.of(), List.of(), sql.toString()));
            changeSets.add(new Node("changeSet", attributes, children, ""));
        }
        attributes = null;
        children = new ArrayList<>();
        sql.setLength(0);
    }

    private static Map<String, String> options(String text) {
        Map<String, String> found = new LinkedHashMap<>();
        Matcher option = OPTION.matcher(text);
        while (option.find()) {
            found.put(option.group(1), option.group(2) == null ? option.group(3) : option.group(2));
        }
        return found;
    }
}
