package dev.lockstile.auth.cli;

import dev.lockstile.auth.imports.mapping.ImportSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which people of the old system are taken. */
final class SampleOptions {

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Take the first N people of the source alone, to try it. Give plan, run and verify the same.")
    private @Nullable Long limit;

    @Option(
            names = "--only",
            paramLabel = "IDS-FILE",
            description = "Take these people alone: a file with one id of the source a line (ID, or KIND:ID such as"
                    + " users:12); empty lines and what follows # do not count.")
    private @Nullable Path only;

    @Option(
            names = "--sample",
            paramLabel = "SHARE",
            description = "Take a share such as 1%%, by the ids: a second run takes the same people, and a larger share"
                    + " contains the smaller.")
    private @Nullable String share;

    /** @throws IllegalArgumentException when a value is out of its bounds, or the file cannot be read */
    ImportSample sample() {
        ImportSample sample = ImportSample.WHOLE;
        sample = limit == null ? sample : sample.withLimit(limit);
        sample = share == null ? sample : sample.withShare(ImportSample.share(share));
        return only == null ? sample : sample.withOnly(ids(only));
    }

    private static Set<String> ids(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "the file of --only cannot be read (" + e.getClass().getSimpleName() + "): " + file, e);
        }
    }
}
