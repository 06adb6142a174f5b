package dev.lockstile.auth.imports.check;

/**
 * One thing that is wrong before or after an import. It holds counts, and no value of a person.
 *
 * @param id stable: {@code MB-nn} before, {@code MA-nn} after
 * @param error true when the move should not go on, false for what should be looked at
 * @param cause in one line
 * @param fix what to do
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
