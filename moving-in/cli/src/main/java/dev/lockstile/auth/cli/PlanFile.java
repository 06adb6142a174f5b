package dev.lockstile.auth.cli;

import dev.lockstile.auth.imports.UserImport;
import dev.lockstile.auth.imports.plan.ImportPlan;
import dev.lockstile.auth.imports.plan.Planning;
import dev.lockstile.auth.imports.preset.Preset;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.ImportWatch;
import dev.lockstile.auth.imports.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The file of a plan, if there is one.
 *
 * @param file null for none: then a run is held to nothing
 */
record PlanFile(@Nullable Path file, Planning planning) {

    /** Plans, and writes the plan. */
    ImportReport make(UserImport users, Source source, Preset preset, ImportWatch watch) throws IOException {
        if (file == null) {
            return users.run(source, preset, watch);
        }
        requireWritable(file);
        Planning.Planned planned = planning.plan(source, preset, watch);
        OwnersFile.replace(file, planned.plan().toJson() + "\n");
        return planned.report();
    }

    /** Runs if the plan still holds. */
    ImportReport run(UserImport users, Source source, Preset preset, ImportWatch watch) {
        if (file != null) {
            planning.require(ImportPlan.read(OwnersFile.text(file)), source, preset);
        }
        return users.run(source, preset, watch);
    }

    /**
     * Before the work, so that a wrong path stops it and not its end. A plan that is there stays until the next is
     * made.
     */
    private static void requireWritable(Path file) {
        OwnersFile.requireNoLink(file);
        try {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                Files.writeString(file, "", StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS);
            } else {
                OwnersFile.replace(file, "");
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "cannot write " + file + " (" + e.getClass().getSimpleName() + ")", e);
        }
    }
}
