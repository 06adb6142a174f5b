package dev.lockstile.auth.schema.make;

import dev.lockstile.auth.schema.report.SchemaException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The host's main changelog, in XML or YAML: what it includes, and one more line. */
record MainFile(Path resources, String path) {

    private static final String XML_END = "</databaseChangeLog>";
    private static final Pattern NAMED = Pattern.compile("(?:file|path)\\s*[=:]\\s*[\"']?([^\"'\\s>,}]+)");
    private static final Pattern YAML_ENTRY =
            Pattern.compile("(?m)^([ \\t]*)- +(?:changeSet|include|includeAll|property):");

    /** True when the file, or one that it includes, names that path. */
    boolean includes(String wanted) {
        return includes(path, wanted, new HashSet<>());
    }

    private boolean includes(String from, String wanted, Set<String> seen) {
        Path file = resources.resolve(from);
        if (!seen.add(from) || !Files.exists(file)) {
            return false;
        }
        if (Files.isDirectory(file)) {
            return below(file).stream().anyMatch(f -> includes(f, wanted, seen));
        }
        Matcher named = NAMED.matcher(read(file));
        while (named.find()) {
            String name = named.group(1).replaceFirst("^classpath:/?", "");
            if (name.equals(wanted)
                    || includes(name, wanted, seen)
                    || includes(from.substring(0, from.lastIndexOf('/') + 1) + name, wanted, seen)) {
                return true;
            }
        }
        return false;
    }

    private List<String> below(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> resources.relativize(f).toString().replace('\\', '/'))
                    .toList();
        } catch (IOException e) {
            throw new SchemaException("cannot read " + folder, e);
        }
    }

    /** Includes one more file at the end. */
    void include(String file) {
        Path main = resources.resolve(path);
        String text = read(main);
        String longer = path.matches(".*\\.ya?ml") ? yaml(text, file) : xml(text, file);
        if (longer == null) {
            throw new SchemaException(
                    path + " is no changelog that could include " + file + " by itself: add that line to it",
                    new IOException());
        }
        try {
            Files.writeString(main, longer, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new SchemaException("cannot write " + main + ": " + e, e);
        }
    }

    /** Whether {@link #include} finds a place for a line. */
    boolean canInclude() {
        String text = read(resources.resolve(path));
        return (path.matches(".*\\.ya?ml") ? yaml(text, "") : xml(text, "")) != null;
    }

    private static @Nullable String xml(String text, String file) {
        int end = text.lastIndexOf(XML_END);
        return end < 0 ? null : text.substring(0, end) + "    <include file=\"" + file + "\"/>\n" + text.substring(end);
    }

    private static @Nullable String yaml(String text, String file) {
        Matcher entry = YAML_ENTRY.matcher(text);
        if (!entry.find()) {
            return null;
        }
        String indent = entry.group(1);
        return text.stripTrailing() + "\n" + indent + "- include:\n" + indent + "    file: " + file + "\n";
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new SchemaException("cannot read " + file + ": " + e, e);
        }
    }
}
