package dev.lockstile.auth.imports.internal.draft;

import java.util.List;

/**
 * An old second factor.
 *
 * @param origin the old row; without its cells, so that no secret is archived, and with a digest that leaves out what
 *     each sign-in changes
 * @param factor what it is here, or why it cannot be used
 * @param findings what was not taken over as it stood
 */
public record FactorDraft(Origin origin, ImportedFactor factor, List<Finding> findings) implements OwnedRow {

    /**
     * Copies the findings.
     *
     * @param origin the old row
     * @param factor what it is here, or why it cannot be used
     * @param findings what was not taken over as it stood
     * @throws IllegalArgumentException when the row is of a kind that is no second factor
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
     * A factor of which nothing more is to be told.
     *
     * @param origin the old row, without its cells
     * @param factor what it is here, or why it cannot be used
     */
    public FactorDraft(Origin origin, ImportedFactor factor) {
        this(origin, factor, List.of());
    }

    /** {@return true when the old system asked for it, or for another one, at sign-in} */
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
