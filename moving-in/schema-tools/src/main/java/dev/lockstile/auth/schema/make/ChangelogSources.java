package dev.lockstile.auth.schema.make;

import dev.lockstile.auth.schema.changelog.BaselineWords;
import dev.lockstile.auth.schema.internal.step.Step;
import dev.lockstile.auth.schema.report.SchemaException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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

    /** The number of the last file; {@code 0000} where there is none. */
    String lastNumber() {
        int last = numbered().stream().mapToInt(Integer::parseInt).max().orElse(0);
        return String.format(java.util.Locale.ROOT, "%04d", last);
    }

    /**
     * The columns, as {@code table.column}, that triggers of these files keep equal to the ones that took their place.
     */
    Set<String> copied() {
        Set<String> copied = new TreeSet<>();
        for (String text : texts()) {
            CopyTriggers.WORDS.matcher(text).results().forEach(words -> copied.add(words.group(1)));
        }
        return copied;
    }

    private List<String> texts() {
        Path folder = resources.resolve(folder());
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<String> texts = new ArrayList<>();
            for (Path file : files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList()) {
                texts.add(Files.readString(file));
            }
            return texts;
        } catch (IOException e) {
            throw new SchemaException("cannot read " + folder, e);
        }
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

    /**
     * Writes a file of these steps under the next number and includes it at the end of the main file.
     *
     * @param name of the file behind its number; made plain
     * @param steps in order
     * @return the path of the new file, as the class path names it
     */
    public String add(String name, List<Step> steps) {
        String number = nextNumber();
        String path = folder() + "/" + number + "_" + FileNames.clean(name) + ".xml";
        add(path, ChangeFile.text(path, number, steps));
        return path;
    }

    /**
     * Makes the main file if there is none, and has it include what is named here.
     *
     * @param includes paths as the class path names them; those that are included already are left
     */
    public void begin(String... includes) {
        Path main = resources.resolve(changelog);
        if (!Files.exists(main)) {
            try {
                Files.createDirectories(main.getParent());
                Files.writeString(main, ChangeFile.HEAD.formatted(changelog) + END + "\n", StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new SchemaException("cannot write " + main + ": " + e, e);
            }
        }
        Stream.of(includes).filter(include -> !includes(include)).forEach(main()::include);
    }

    /**
     * {@return true when the main file, or one that it includes, includes that file}
     *
     * @param file its path as the class path names it
     */
    public boolean includes(String file) {
        return main().includes(file);
    }

    /** {@return the files of a takeover that was written here before, as the class path names them} */
    public List<String> baselines() {
        Path folder = resources.resolve(folder());
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<String> found = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                if (Files.readString(file).contains(BaselineWords.FOUND + BaselineWords.PLACE)) {
                    found.add(folder() + "/" + file.getFileName());
                }
            }
            return found;
        } catch (IOException e) {
            throw new SchemaException("cannot read " + folder, e);
        }
    }

    /** Writes a new file and includes it at the end of the main file. An existing file is never touched. */
    Path add(String path, String text) {
        Path file = resources.resolve(path);
        if (!main().canInclude()) {
            throw new SchemaException(
                    changelog + " is no XML or YAML changelog that could include " + path + ": make one that includes "
                            + changelog + ", and name that one",
                    new IOException());
        }
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, StandardCharsets.UTF_8, java.nio.file.StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new SchemaException("cannot write " + file + ": " + e, e);
        }
        main().include(path);
        return file;
    }

    private MainFile main() {
        return new MainFile(resources, changelog);
    }
}
