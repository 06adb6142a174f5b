package dev.lockstile.auth.schema.lock;

import java.util.List;

/** What there is to say about the lock of a migration. */
public sealed interface LockReport {

    /** It is free. */
    record Free() implements LockReport {
        @Override
        public String toString() {
            return "no migration holds the lock";
        }
    }

    /**
     * It is held.
     *
     * @param by the host that took it, as Liquibase wrote it down
     * @param since when, by the clock and in the zone of the holder; empty when it did not say
     * @param life whether the session that took it lives
     * @param sessions the sessions that show it, or that could be it, with what they do
     */
    record Held(String by, String since, Life life, List<String> sessions) implements LockReport {

        /**
         * Checks the values.
         *
         * @param by the host that took it
         * @param since by the holder's clock; empty when it did not say
         * @param life whether the session that took it lives
         * @param sessions those that show it, or that could be it
         */
        public Held {
            sessions = List.copyOf(sessions);
        }

        @Override
        public String toString() {
            String told = switch (life) {
                case ALIVE -> "that session lives; wait for it, or end it first";
                case DEAD -> "that session is gone; the lock is stale and may be released";
                case UNKNOWN -> "whether it lives cannot be told; sessions that could be it are below";
            };
            String list = sessions.isEmpty() ? "" : "\n  " + String.join("\n  ", sessions);
            String time = since.isEmpty() ? "" : " since " + since + " by its clock";
            return "the lock is held by " + by + time + ": " + told + list;
        }
    }

    /** Whether the holder lives. */
    enum Life {
        /** A session is seen to hold it. */
        ALIVE,
        /** No session is left that could hold it. */
        DEAD,
        /** Sessions are there that could be the holder, and nothing tells which. */
        UNKNOWN
    }
}
