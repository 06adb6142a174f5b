package dev.lockstile.auth.schema.changelog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of a changelog.
 *
 * @param path the physical path
 * @param logicalPath what it says in {@code logicalFilePath}, if anything
 * @param includer the file that includes it, null for the first
 * @param copies how many files of that path there are on the class path
 * @param ignored whether it is included with {@code ignore}, so that nothing of it runs
 * @param settings a digest of what it says for all its change sets, {@code -} where that is nothing
 * @param references what it names outside of any change set
 */
public record ScannedFile(
        String path,
        @Nullable String logicalPath,
        @Nullable ScannedFile includer,
        int copies,
        boolean ignored,
        String settings,
        List<Reference> references) {}
