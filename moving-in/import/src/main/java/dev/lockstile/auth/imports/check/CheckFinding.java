package dev.lockstile.auth.imports.check;

/**
 * A fault found before or after an import. It has counts, and no personal data.
 *
 * @param id stable: {@code MB-nn} before, {@code MA-nn} after
 * @param error true when the import or the cut-over should not go on, false for a warning
 * @param cause in one line
 * @param fix the remedy
 */
public record CheckFinding(String id, boolean error, String cause, String fix) {

    static CheckFinding error(String id, String cause, String fix) {
        return new CheckFinding(id, true, cause, fix);
    }

    static CheckFinding warning(String id, String cause, String fix) {
        return new CheckFinding(id, false, cause, fix);
    }

    @Override
    public String toString() {
        return id + (error ? " error: " : " warning: ") + cause + "\n    fix: " + fix;
    }
}
