package dev.lockstile.auth.schema.internal.changelog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of a changelog.
 *
 * @param path the physical path
 * @param logicalPath what it says in {@code logicalFilePath}, if anything
 * @param includer the file that includes it, null for the first
 * @param copies how many files of that path there are on the class path
 * @param references what it names outside of any change set
 */
public record ScannedFile(
        String path,
        @Nullable String logicalPath,
        @Nullable ScannedFile includer,
        int copies,
        List<Reference> references) {}
