package dev.lockstile.examples.readme;

import dev.lockstile.test.BuildFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tests that the tables of a page name, and which of them the sources lack. */
record NamedTests(int found, List<String> missing) {

    private static final Path ROOT = BuildFolder.root();
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern NAMED = Pattern.compile("([A-Z]\\w+(?:Contract|Test|Attacks|Cases))?(?:#(\\w+))?");

    /** Reads the rows of tables; a method alone belongs to the type before it. */
    static NamedTests in(String page) throws IOException {
        Map<String, Path> sources = sources();
        List<String> missing = new ArrayList<>();
        int found = 0;
        for (String line : page.lines().filter(line -> line.startsWith("| ")).toList()) {
            String type = "";
            for (String name : names(line)) {
                Matcher named = NAMED.matcher(name);
                type = named.matches() && named.group(1) != null ? named.group(1) : type;
                found++;
                if (!isThere(sources.get(type), named.group(2))) {
                    missing.add(type + "#" + named.group(2));
                }
            }
        }
        return new NamedTests(found, missing);
    }

    private static List<String> names(String line) {
        return CODE.matcher(line)
                .results()
                .map(code -> code.group(1))
                .filter(name -> !name.isEmpty() && NAMED.matcher(name).matches())
                .toList();
    }

    private static boolean isThere(Path source, String method) throws IOException {
        return source != null && (method == null || Files.readString(source).contains(" void " + method + "("));
    }

    private static Map<String, Path> sources() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            Map<String, Path> byName = new HashMap<>();
            files.filter(file -> file.toString().endsWith(".java")
                            && !file.toString().contains("/target/"))
                    .forEach(file -> byName.put(file.getFileName().toString().replace(".java", ""), file));
            return byName;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
