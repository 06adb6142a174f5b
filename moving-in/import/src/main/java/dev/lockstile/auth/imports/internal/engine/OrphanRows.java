package dev.lockstile.auth.imports.internal.engine;

import dev.lockstile.auth.imports.internal.draft.Finding;
import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.internal.engine.write.PlanWriter;
import dev.lockstile.auth.imports.internal.journal.BatchPosition;
import dev.lockstile.auth.imports.internal.journal.RunCounts;
import dev.lockstile.auth.imports.internal.journal.RunJournal;
import dev.lockstile.auth.imports.internal.people.PersonSource;
import dev.lockstile.auth.imports.report.QuarantineReason;
import dev.lockstile.auth.imports.source.Entity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts source rows that belong to none of the source's users in quarantine, page by page. */
record OrphanRows(PersonSource people, RunJournal journal, PlanWriter writer, RunProgress progress) {

    private static final String OWNER_UNKNOWN = QuarantineReason.OWNER_UNKNOWN.code();

    void hold(Entity entity, int limit) {
        Finding why = new Finding(OWNER_UNKNOWN, "user_id", "no user of that id");
        String part = entity.text() + ":orphans";
        int number = 0;
        @Nullable Object after = null;
        List<Origin> page;
        do {
            page = people.orphans(entity, after, limit);
            RunCounts held = new RunCounts();
            page.forEach(origin -> held.quarantine(origin, why));
            if (!page.isEmpty()) {
                after = page.get(page.size() - 1).key();
                BatchPosition place = BatchPosition.of(part, number++, page);
                if (!journal.isDone(place)) {
                    writer.write(List.of(), tx -> journal.note(tx, place, held));
                    progress.tell(held);
                }
            }
        } while (page.size() == limit);
    }
}
