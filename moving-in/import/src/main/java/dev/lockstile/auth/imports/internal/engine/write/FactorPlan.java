package dev.lockstile.auth.imports.internal.engine.write;

import dev.lockstile.auth.imports.internal.draft.FactorDraft;
import dev.lockstile.auth.imports.internal.draft.Origin;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The second factors that are to be written for one person.
 *
 * @param taken at most one application, and sets of recovery codes
 * @param lock what the account is locked under; null for one that is not locked
 * @param advanced applications that came earlier, and whose last step has moved on in the old system
 */
public record FactorPlan(List<FactorDraft> taken, @Nullable Origin lock, List<FactorDraft> advanced) {

    public static final FactorPlan NONE = new FactorPlan(List.of(), null, List.of());

    public FactorPlan {
        taken = List.copyOf(taken);
        advanced = List.copyOf(advanced);
    }

    boolean isEmpty() {
        return taken.isEmpty() && lock == null && advanced.isEmpty();
    }

    /** The rows that get an entry in the ledger. */
    public List<Origin> entered() {
        List<Origin> origins =
                new ArrayList<>(taken.stream().map(FactorDraft::origin).toList());
        if (lock != null) {
            origins.add(lock);
        }
        return origins;
    }
}
