package dev.lockstile.auth.imports.internal.engine.write;

import dev.lockstile.auth.imports.internal.draft.FactorDraft;
import dev.lockstile.auth.imports.internal.draft.Origin;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The second factors to write for one person.
 *
 * @param taken at most one application, passkeys, and sets of recovery codes
 * @param lock the origin of the account's lock; null for an account that is not locked
 * @param advanced applications imported earlier whose last accepted time step has advanced in the source
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

    /** Returns the rows that get ledger entries. */
    public List<Origin> entered() {
        List<Origin> origins =
                new ArrayList<>(taken.stream().map(FactorDraft::origin).toList());
        if (lock != null) {
            origins.add(lock);
        }
        return origins;
    }
}
