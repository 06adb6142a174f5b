package dev.lockstile.auth.imports.person;

import dev.lockstile.auth.imports.internal.archive.SourceRowWriter;
import dev.lockstile.auth.imports.internal.draft.PersonDraft;
import dev.lockstile.auth.imports.internal.engine.BatchImport;
import dev.lockstile.auth.imports.internal.engine.plan.FactorRules;
import dev.lockstile.auth.imports.internal.engine.plan.PlanningInput;
import dev.lockstile.auth.imports.internal.engine.snapshot.HashingEffort;
import dev.lockstile.auth.imports.internal.engine.snapshot.LegacyPasswords;
import dev.lockstile.auth.imports.internal.engine.update.UpdatePlanner;
import dev.lockstile.auth.imports.internal.engine.write.KeptIds;
import dev.lockstile.auth.imports.internal.engine.write.PlanWriter;
import dev.lockstile.auth.imports.ledger.Ledger;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.options.ImportTarget;
import java.time.Instant;
import java.util.List;

/** Writes the rows of one person as a run writes those of many. */
record PersonWriter(ImportTarget target, ImportOptions options, Ledger ledger, SourceRowWriter sourceRowWriter) {

    void write(List<PersonDraft> rows, SourcePerson person, Instant now) {
        KeptIds ids = KeptIds.none(target.store());
        new BatchImport(
                        target.store(),
                        new PlanningInput(
                                person.context().secondRowRules(),
                                passwords(person),
                                new HashingEffort(),
                                person.context().hasProfiles(),
                                UpdatePlanner.Rules.none(now),
                                ids,
                                new FactorRules(
                                        target.factors() != null,
                                        options.reading().factors().lossAllowed())),
                        new PlanWriter(
                                target.store(),
                                ledger,
                                now,
                                new PlanWriter.Mode(
                                        false, false, ids, sourceRowWriter, target.factors(), target.seal())),
                        (tx, counts) -> {})
                .run(rows);
    }

    LegacyPasswords passwords(SourcePerson person) {
        return LegacyPasswords.wrapping(target.formats(), person.context().hints());
    }
}
