package dev.lockstile.auth.schema.changelog;

/**
 * Something outside the changelog that it names.
 *
 * @param role the element that names it, such as {@code customChange}
 * @param name the class, or the path of the file
 * @param rollback whether only the way back names it
 * @param skipsSilently whether the change set is marked as run, without running, when the thing is missing
 */
public record Reference(Kind kind, String role, String name, boolean rollback, boolean skipsSilently) {

    /** What is named. */
    public enum Kind {
        CLASS,
        RESOURCE,
        CHANGELOG
    }

    /** The element that names it, and whether that is on the way back. */
    public String place() {
        return rollback ? role + " of the rollback" : role;
    }
}
