package dev.lockstile.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Source files that declare no type of their own name. Maven looks for the class of each file, does not find it, and
 * compiles the whole module again in every build.
 */
final class SourceFiles {

    private SourceFiles() {}

    /** The files below the folder, at any depth in {@code src}, that declare other types alone. */
    static List<Path> withoutTheirType(Path folder) {
        try (Stream<Path> files = Files.find(folder, Integer.MAX_VALUE, (file, is) -> isSource(folder, file))) {
            return files.filter(file -> !declaresItsType(file)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSource(Path folder, Path file) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        return path.matches("(.*/)?src/(main|test)/java/.*\\.java") && !path.matches("(.*/)?target/.*|.*-info\\.java");
    }

    private static boolean declaresItsType(Path file) {
        String name = file.getFileName().toString().replaceFirst("\\.java$", "");
        Pattern declaration = Pattern.compile(
                "^(?:(?:[a-z-]+|@\\w+(?:\\([^)]*\\))?) )*(?:class|@?interface|record|enum) " + name + "\\b",
                Pattern.MULTILINE);
        try {
            return declaration.matcher(Files.readString(file)).find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
