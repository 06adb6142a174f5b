package dev.lockstile.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Source files that declare no type of their own name. Maven looks for the class of each file, does not find it, and
 * compiles the whole module again in every build.
 */
final class SourceFiles {

    private SourceFiles() {}

    /** The files below the folder, at any depth in {@code src}, that declare other types alone. */
    static List<Path> withoutTheirType(Path folder) {
        return below(folder).stream().filter(file -> !declaresItsType(file)).toList();
    }

    /**
     * All but those that describe a package, in the order of their paths. What is built is not looked at: other tests
     * write and delete there.
     */
    static List<Path> below(Path folder) {
        List<Path> sources = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path at, BasicFileAttributes is) {
                    boolean built = at.endsWith("target")
                            || at.endsWith("node_modules")
                            || at.getFileName().toString().startsWith(".");
                    return built && !at.equals(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes is) {
                    if (isSource(folder, file)) {
                        sources.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sources.stream().sorted().toList();
    }

    private static boolean isSource(Path folder, Path file) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        return path.matches("(.*/)?src/(main|test)/java/.*\\.java") && !path.endsWith("-info.java");
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
