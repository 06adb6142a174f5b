package dev.lockstile.auth.imports.internal.draft;

import java.util.List;

/**
 * A second factor of the source system.
 *
 * @param origin the source row; without its cells, so that no secret is archived, and with a digest that leaves out
 *     values which change at each sign-in
 * @param factor the factor to import, or why it cannot be used
 * @param findings values that are not imported unchanged
 */
public record FactorDraft(Origin origin, ImportedFactor factor, List<Finding> findings) implements OwnedRow {

    /**
     * Copies the findings, and drops the cells of the row.
     *
     * @param origin the source row
     * @param factor the factor to import, or why it cannot be used
     * @param findings values that are not imported unchanged
     * @throws IllegalArgumentException when the kind of the row is not a second factor
     */
    public FactorDraft {
        if (!origin.entity().isSecondFactor()) {
            throw new IllegalArgumentException(
                    "no kind of second factor: " + origin.entity().text());
        }
        origin = origin.withoutRow();
        findings = List.copyOf(findings);
    }

    /**
     * Creates a factor without findings.
     *
     * @param origin the source row
     * @param factor the factor to import, or why it cannot be used
     */
    public FactorDraft(Origin origin, ImportedFactor factor) {
        this(origin, factor, List.of());
    }

    /**
     * {@return true when the source system asked the account for this factor, or for another one beside it, at sign-in}
     */
    public boolean isDemanded() {
        return factor instanceof ImportedFactor.Passkey passkey
                ? passkey.demanded()
                : !(factor instanceof ImportedFactor.LeftOut);
    }

    @Override
    public String toString() {
        return "FactorDraft[" + origin.legacyId() + "]";
    }
}
