package dev.lockstile.auth.schema.make;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import javax.tools.ToolProvider;

/** Entities as source text that grows by random edits and is compiled anew after each. */
final class RandomModel {

    private static final List<String> TYPES = List.of(
            "String",
            "Integer",
            "Long",
            "Short",
            "Boolean",
            "Double",
            "java.math.BigDecimal",
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalTime",
            "java.util.UUID",
            "byte[]",
            "Mood");
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("String", "'x'"),
            Map.entry("Integer", "1"),
            Map.entry("Long", "2"),
            Map.entry("Short", "3"),
            Map.entry("Boolean", "true"),
            Map.entry("Double", "1.5"),
            Map.entry("java.math.BigDecimal", "2.5"),
            Map.entry("java.time.Instant", "CURRENT_TIMESTAMP"),
            Map.entry("java.time.LocalDate", "CURRENT_DATE"),
            Map.entry("Mood", "'GOOD'"));

    private final Random random;
    private final Path folder;
    private final Map<String, List<String>> entities = new LinkedHashMap<>();
    private final Map<String, List<String>> indexes = new LinkedHashMap<>();
    private final Map<String, String> defaults = new LinkedHashMap<>();
    private final List<String> plain = new ArrayList<>();
    private final List<String> rows = new ArrayList<>();
    private int count;
    private int compiled;

    RandomModel(Random random, Path folder) {
        this.random = random;
        this.folder = folder;
        entity();
        entity();
    }

    /** Makes one edit and says which. The kinds come in turn, so that each is tried; what exactly is drawn. */
    String edit() {
        defaults.clear();
        rows.clear();
        return switch (count % 6) {
            case 0 -> column(false, false);
            case 1 -> column(true, false);
            case 2 -> column(false, true);
            case 3 -> index();
            case 4 -> association();
            default -> entity();
        };
    }

    Map<String, String> defaults() {
        return Map.copyOf(defaults);
    }

    /** Rows that fit right after the edit, so that later edits meet tables with rows. */
    List<String> rows() {
        return List.copyOf(rows);
    }

    private String entity() {
        String name = "Thing" + count++;
        String key = random.nextBoolean() ? "@GeneratedValue(strategy = GenerationType.IDENTITY)" : "@GeneratedValue";
        entities.put(name, new ArrayList<>(List.of("@Id " + key + " Long id;", "@Column(length = 30) String note;")));
        indexes.put(name, new ArrayList<>());
        plain.add(name);
        rows.add("insert into " + name.toLowerCase(Locale.ROOT) + " ("
                + (key.contains("IDENTITY") ? "note) values ('" : "id, note) values (1, '") + name + "')");
        return "entity " + name;
    }

    private String column(boolean required, boolean unique) {
        String type = TYPES.get(random.nextInt(TYPES.size()));
        boolean filled = required && VALUES.containsKey(type);
        String entity = any();
        String field = "f" + count++;
        List<String> settings = new ArrayList<>(List.of("name = \"" + field + "\""));
        if (type.equals("String")) {
            settings.add("length = " + List.of(1, 20, 255, 4_000, 70_000).get(unique ? 1 : random.nextInt(5)));
        } else if (type.equals("java.math.BigDecimal")) {
            settings.add("precision = 12, scale = " + random.nextInt(5));
        } else if (type.equals("Mood")) {
            settings.add("length = 12");
        }
        if (filled) {
            settings.add("nullable = false");
            defaults.put(entity.toLowerCase(Locale.ROOT) + "." + field, VALUES.get(type));
        }
        if (unique) {
            settings.add("unique = true");
        }
        String how = type.equals("Mood") ? "@Enumerated(EnumType." + "STRING" + ") " : "";
        entities.get(entity).add(how + "@Column(" + String.join(", ", settings) + ") " + type + " " + field + ";");
        return "column " + entity + "." + field + " " + type + " " + settings;
    }

    private String index() {
        count++;
        String entity = any();
        boolean unique = random.nextBoolean();
        String columns = unique ? "note, id" : "note";
        String one = "@Index(columnList = \"" + columns + "\", unique = " + unique + ")";
        if (indexes.get(entity).contains(one)) {
            return column(false, true);
        }
        indexes.get(entity).add(one);
        return "index " + entity + " " + one;
    }

    private String association() {
        String from = any();
        String to = any();
        String field = "a" + count++;
        String kind = random.nextInt(3) == 0 ? "@OneToOne" : "@ManyToOne";
        entities.get(from).add(kind + " @JoinColumn(name = \"" + field + "_id\") " + to + " " + field + ";");
        return kind + " " + from + "." + field + " to " + to;
    }

    private String any() {
        return plain.get(random.nextInt(plain.size()));
    }

    List<Class<?>> compile() throws IOException, ClassNotFoundException {
        Path out = Files.createDirectories(folder.resolve("v" + compiled++));
        List<String> files = new ArrayList<>(List.of("-proc:none", "-nowarn", "-d", out.toString()));
        files.add(write(out, "Mood", "enum Mood { GOOD, BAD }"));
        for (String name : entities.keySet()) {
            files.add(write(out, name, source(name)));
        }
        int code = ToolProvider.getSystemJavaCompiler().run(null, null, null, files.toArray(String[]::new));
        if (code != 0) {
            throw new IllegalStateException("the model does not compile");
        }
        URLClassLoader loader =
                new URLClassLoader(new URL[] {out.toUri().toURL()}, getClass().getClassLoader());
        List<Class<?>> classes = new ArrayList<>();
        for (String name : entities.keySet()) {
            classes.add(loader.loadClass(name));
        }
        return classes;
    }

    private String source(String name) {
        return "import jakarta.persistence.*;\n@Entity @Table(name = \"" + name.toLowerCase(Locale.ROOT)
                + "\", indexes = {"
                + String.join(", ", indexes.get(name)) + "}) public class " + name + " {\n"
                + String.join("\n", entities.get(name)) + "\n}";
    }

    private static String write(Path out, String name, String text) throws IOException {
        return Files.writeString(out.resolve(name + ".java"), text).toString();
    }
}
