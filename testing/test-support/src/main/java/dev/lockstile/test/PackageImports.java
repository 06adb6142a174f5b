package dev.lockstile.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which package of a source tree imports from which. Compiled classes do not tell of a constant where it came from,
 * since its value stands in them; a cycle that is closed by constants is seen in the source alone.
 */
final class PackageImports {

    private static final Pattern IMPORT =
            Pattern.compile("^import (?:static )?([\\w.]+)(?:\\.\\*)?;", Pattern.MULTILINE);

    private static final Pattern TYPE = Pattern.compile("\\.(?=\\p{Lu})");

    private final Map<String, Map<String, Set<String>>> uses = new TreeMap<>();

    private PackageImports(Path sources) {
        List<Path> files = files(sources);
        Set<String> packages = new TreeSet<>();
        files.forEach(file -> packages.add(packageOf(sources, file)));
        files.forEach(file -> read(packageOf(sources, file), file, packages));
    }

    /**
     * Each import of a package from another that imports, by whatever way, from it in turn; none where there is no
     * cycle.
     */
    static List<String> cycles(Path sources) {
        return new PackageImports(sources).cycles();
    }

    private List<String> cycles() {
        Set<String> left = new TreeSet<>(uses.keySet());
        while (left.removeIf(name -> isLoose(name, left))) {
            // each that goes may leave others loose
        }
        List<String> told = new ArrayList<>();
        for (String from : left) {
            from(from).forEach((to, files) -> {
                if (left.contains(to)) {
                    told.add(from + " imports from " + to + " in " + String.join(", ", files));
                }
            });
        }
        return told;
    }

    /** In no cycle among those that are left: no package there is imported by it, or imports it. */
    private boolean isLoose(String name, Set<String> left) {
        return from(name).keySet().stream().noneMatch(left::contains)
                || left.stream().noneMatch(other -> from(other).containsKey(name));
    }

    private Map<String, Set<String>> from(String name) {
        return uses.getOrDefault(name, Map.of());
    }

    private void read(String from, Path file, Set<String> packages) {
        Map<String, Set<String>> targets = uses.computeIfAbsent(from, name -> new TreeMap<>());
        Matcher imports = IMPORT.matcher(text(file));
        while (imports.find()) {
            String to = imported(imports.group(1), packages);
            if (!to.isEmpty() && !to.equals(from)) {
                targets.computeIfAbsent(to, name -> new TreeSet<>())
                        .add(file.getFileName().toString());
            }
        }
    }

    /** The package of what is imported, which ends before the first name with a capital; empty for another module's. */
    private static String imported(String name, Set<String> packages) {
        String found = TYPE.split(name, 2)[0];
        return packages.contains(found) ? found : "";
    }

    private static String packageOf(Path sources, Path file) {
        return sources.relativize(file.getParent())
                .toString()
                .replace(file.getFileSystem().getSeparator(), ".");
    }

    private static List<Path> files(Path sources) {
        try (Stream<Path> all = Files.walk(sources)) {
            return all.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
