package dev.lockstile.auth.schema.history;

import java.util.Locale;

/**
 * One line of a lock file.
 *
 * @param name the change set, class or path
 * @param mark the digest of a change set, resource or property, the role of a class, the key of the change set before,
 *     {@code -} for a changelog
 */
record LockLine(Kind kind, String name, String mark) {

    /** What a line is about. */
    enum Kind {
        CHANGELOG,
        CHANGESET,
        CLASS,
        RESOURCE,
        PROPERTY,
        /** A change set, and the one that runs before it. */
        ORDER
    }

    static LockLine parse(String line) {
        String[] parts = line.split("\t", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("no line of a history lock: " + line);
        }
        return new LockLine(Kind.valueOf(parts[0].toUpperCase(Locale.ROOT)), parts[1], parts[2]);
    }

    /** Whether both are about the same thing, changed or not. */
    boolean sameThing(LockLine other) {
        return kind == other.kind && name.equals(other.name);
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + "\t" + name + "\t" + mark;
    }
}
