package dev.lockstile.auth.schema.make;

import dev.lockstile.auth.schema.report.SchemaException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where the host's changelog lies in its source tree: a main file, and beside it the folder {@code migrations} with
 * numbered files that the main file includes by name.
 *
 * @param resources the root, such as {@code src/main/resources}
 * @param changelog the main file, as the class path names it, such as {@code db/changelog.xml}
 */
public record ChangelogSources(Path resources, String changelog) {

    private static final Pattern NUMBERED = Pattern.compile("(\\d{3,})_.*\\.xml");
    private static final String END = "</databaseChangeLog>";

    /** The path of the folder of numbered files, as the class path names it. */
    String folder() {
        int slash = changelog.lastIndexOf('/');
        return changelog.substring(0, slash + 1) + "migrations";
    }

    /** The next free number, four digits. */
    String nextNumber() {
        int last = numbered().stream().mapToInt(Integer::parseInt).max().orElse(0);
        return String.format(java.util.Locale.ROOT, "%04d", last + 1);
    }

    private List<String> numbered() {
        Path folder = resources.resolve(folder());
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> NUMBERED.matcher(f.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(m -> m.group(1))
                    .toList();
        } catch (IOException e) {
            throw new SchemaException("cannot read " + folder, e);
        }
    }

    /** Writes a file of these steps under the next number and includes it at the end of the main file. */
    public String add(String name, List<Step> steps) {
        String number = nextNumber();
        String path = folder() + "/" + number + "_" + FileNames.clean(name) + ".xml";
        add(path, ChangeFile.text(path, number, steps));
        return path;
    }

    /** Makes the main file if there is none, including what is named here. */
    public void begin(String... includes) {
        Path main = resources.resolve(changelog);
        if (Files.exists(main)) {
            return;
        }
        StringBuilder lines = new StringBuilder();
        for (String include : includes) {
            lines.append("    <include file=\"").append(include).append("\"/>\n");
        }
        try {
            Files.createDirectories(main.getParent());
            Files.writeString(main, ChangeFile.HEAD.formatted(changelog) + lines + END + "\n", StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new SchemaException("cannot write " + main + ": " + e, e);
        }
    }

    /** Writes a new file and includes it at the end of the main file. An existing file is never touched. */
    Path add(String path, String text) {
        Path file = resources.resolve(path);
        Path main = resources.resolve(changelog);
        try {
            String before = Files.readString(main, StandardCharsets.UTF_8);
            int end = before.lastIndexOf(END);
            if (end < 0) {
                throw new SchemaException(
                        changelog + " is no XML changelog that could include " + path, new IOException());
            }
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, StandardCharsets.UTF_8, java.nio.file.StandardOpenOption.CREATE_NEW);
            String include = "    <include file=\"" + path + "\"/>\n";
            Files.writeString(main, before.substring(0, end) + include + before.substring(end), StandardCharsets.UTF_8);
            return file;
        } catch (IOException e) {
            throw new SchemaException("cannot write " + file + " or " + main + ": " + e, e);
        }
    }
}
