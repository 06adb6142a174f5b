package dev.lockstile.examples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A Java block of a document.
 *
 * @param file the compiled file that it is a region of, as the comment before it says; null without one
 * @param region the name of the region
 * @param code what the document shows
 */
record DocumentSnippet(@Nullable String file, @Nullable String region, String code) {

    private static final Pattern BLOCK = Pattern.compile(
            "(?:<!-- from: (?<file>[^#\\s]+)#(?<region>[\\w-]+) -->\\n)?```java\\n(?<code>.*?)```", Pattern.DOTALL);

    private static final Pattern IMPORT =
            Pattern.compile("(?m)^import (?:static )?dev\\.lockstile\\.auth\\.[\\w.]+\\.(\\w+);$");

    private static final Pattern NAME = Pattern.compile("\\b[A-Z]\\w+");

    static List<DocumentSnippet> of(String page) {
        return BLOCK.matcher(page).results().map(DocumentSnippet::of).toList();
    }

    private static DocumentSnippet of(MatchResult block) {
        return new DocumentSnippet(block.group(1), block.group(2), block.group(3));
    }

    /** The page with the blocks written anew that are not as they should be. */
    static String renewed(String page, Path root, Path document) {
        Set<String> above = new TreeSet<>();
        return BLOCK.matcher(page).replaceAll(block -> {
            DocumentSnippet snippet = of(block);
            if (snippet.file() == null) {
                return Matcher.quoteReplacement(block.group());
            }
            String shown = snippet.shown(root, document, above);
            boolean kept = lines(snippet.code()).equals(lines(shown));
            String source = "<!-- from: " + snippet.file() + "#" + snippet.region() + " -->\n```java\n";
            return Matcher.quoteReplacement(kept ? block.group() : source + shown + "```");
        });
    }

    /** The lines without the indentation they share, and without blank ones. */
    static List<String> lines(String code) {
        return code.stripTrailing()
                .stripIndent()
                .lines()
                .map(String::stripTrailing)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /**
     * What the document is to show: the region below the imports of the library that it needs and that no block above
     * has of the same file. The README is short and links the whole file instead.
     *
     * @param above the imports of the blocks above, by file; those of this one are added
     */
    String shown(Path root, Path document, Set<String> above) {
        try {
            String source = Files.readString(root.resolve(String.valueOf(file)));
            String wanted = region(source).stripTrailing().stripIndent() + "\n";
            return document.getFileName().toString().equals("README.md")
                    ? wanted
                    : imports(root, source, wanted, above) + wanted;
        } catch (IOException e) {
            throw new AssertionError("no file " + file, e);
        }
    }

    private String imports(Path root, String source, String wanted, Set<String> above) {
        Set<String> imports = new TreeSet<>();
        IMPORT.matcher(source)
                .results()
                .filter(one -> isNamed(one.group(1), wanted))
                .forEach(one -> imports.add(one.group()));
        imports.addAll(neighbours(root, source, wanted));
        imports.removeIf(one -> !above.add(file + "#" + one));
        return imports.isEmpty() ? "" : String.join("\n", imports) + "\n\n";
    }

    /** A test in a package of the library imports nothing of it; a host does. */
    private Set<String> neighbours(Path root, String source, String wanted) {
        String packaged = source.substring("package ".length(), source.indexOf(';'));
        String module = String.valueOf(file).replaceFirst("/src/.*", "");
        Path folder = root.resolve(module).resolve("src/main/java").resolve(packaged.replace('.', '/'));
        return NAME.matcher(wanted)
                .results()
                .map(MatchResult::group)
                .filter(name ->
                        packaged.startsWith("dev.lockstile.auth") && Files.exists(folder.resolve(name + ".java")))
                .filter(name -> isNamed(name, wanted))
                .map(name -> "import " + packaged + "." + name + ";")
                .collect(Collectors.toSet());
    }

    private static boolean isNamed(String name, String code) {
        return Pattern.compile("(?<![\\w.\"])" + name + "\\b").matcher(code).find();
    }

    private String region(String source) {
        String start = "// region: " + region + "\n";
        int from = source.indexOf(start);
        int to = source.indexOf("// end: " + region);
        assertThat(from).as("the region " + region + " of " + file).isNotNegative();
        return source.substring(from + start.length(), source.lastIndexOf('\n', to) + 1);
    }
}
