package dev.lockstile.test;

import java.io.IOException;
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
 * Compares NOTICE with the bills of materials of a staged release: every library of another maker that a published
 * module brings along is named there with its licence, and nothing else is. Run with the file and the folder; runs as
 * one source file, so it needs nothing but the JDK.
 */
final class NoticeCheck {

    private static final Pattern COMPONENT = Pattern.compile("\\{\\s*\"type\"\\s*:\\s*\"(?:library|framework)\"");
    private static final Pattern GROUP = Pattern.compile("\"group\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern NAME = Pattern.compile("\"name\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern LICENCES = Pattern.compile("\"licenses\"\\s*:\\s*\\[(.*?)\\]", Pattern.DOTALL);
    private static final Pattern LICENCE = Pattern.compile("\"(?:id|name|expression)\"\\s*:\\s*\"([^\"]+)\"");

    private NoticeCheck() {}

    /** Ends with 1 and the lines that are missing or too many where the two differ. */
    public static void main(String[] arguments) throws IOException {
        Set<String> brought = brought(Path.of(arguments[1]));
        Set<String> named = named(Files.readString(Path.of(arguments[0])));
        List<String> differences = new ArrayList<>();
        brought.stream().filter(line -> !named.contains(line)).forEach(line -> differences.add("missing: " + line));
        named.stream().filter(line -> !brought.contains(line)).forEach(line -> differences.add("too many: " + line));
        if (brought.isEmpty() || !differences.isEmpty()) {
            System.err.println("NOTICE does not say what the release brings:\n" + String.join("\n", differences));
            System.exit(1);
        }
        System.out.println("NOTICE names the " + brought.size() + " libraries that the release brings");
    }

    private static Set<String> brought(Path staged) throws IOException {
        Set<String> lines = new TreeSet<>();
        try (Stream<Path> files = Files.walk(staged)) {
            for (Path file : files.filter(each -> each.toString().endsWith("-cyclonedx.json"))
                    .toList()) {
                lines.addAll(components(Files.readString(file)));
            }
        }
        return lines;
    }

    private static Set<String> components(String bom) {
        Set<String> lines = new TreeSet<>();
        String listed = bom.substring(Math.max(0, bom.lastIndexOf("\"components\"")));
        String[] parts = COMPONENT.split(listed);
        for (int i = 1; i < parts.length; i++) {
            String group = first(GROUP, parts[i]);
            // the tool that wrote the bill stands in it too
            if (!group.equals("dev.lockstile") && !group.equals("org.cyclonedx")) {
                lines.add(group + ":" + first(NAME, parts[i]) + " (" + licences(parts[i]) + ")");
            }
        }
        return lines;
    }

    private static String licences(String component) {
        Set<String> licences = new TreeSet<>();
        Matcher all = LICENCES.matcher(component);
        if (all.find()) {
            Matcher each = LICENCE.matcher(all.group(1));
            while (each.find()) {
                licences.add(each.group(1));
            }
        }
        return String.join(", ", licences);
    }

    private static Set<String> named(String notice) {
        Set<String> lines = new TreeSet<>();
        notice.lines().filter(line -> line.startsWith("  ")).map(String::strip).forEach(lines::add);
        return lines;
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? found.group(1) : "";
    }
}
