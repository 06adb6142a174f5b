package dev.lockstile.auth.schema.changelog;

import liquibase.changelog.DatabaseChangeLog;

/** What Liquibase knows a change set by: path, id and author together. */
public record ChangeSetKey(String path, String id, String author) implements Comparable<ChangeSetKey> {

    public ChangeSetKey {
        path = DatabaseChangeLog.normalizePath(path);
    }

    /** The same one in a file of another name. */
    public boolean differsInPathOnly(ChangeSetKey other) {
        return id.equals(other.id) && author.equals(other.author) && !path.equals(other.path);
    }

    @Override
    public int compareTo(ChangeSetKey other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return path + "::" + id + "::" + author;
    }
}
