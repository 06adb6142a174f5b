package dev.lockstile.auth.internal.crypto;

import java.util.List;
import java.util.Optional;

/**
 * The keys that seal values in the database, each of 32 bytes for AES-256.
 *
 * @param all the first one seals, all open
 */
public record SealKeys(List<Key> all) {

    public SealKeys {
        all = List.copyOf(all);
    }

    Key current() {
        return all.get(0);
    }

    Optional<Key> byId(String id) {
        return all.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    @Override
    public String toString() {
        return "SealKeys[hidden]";
    }

    /** A key and the id that stands beside what it sealed. */
    public static final class Key {

        private final String id;
        private final byte[] bytes;

        public Key(String id, byte[] bytes) {
            this.id = id;
            this.bytes = bytes.clone();
        }

        String id() {
            return id;
        }

        byte[] bytes() {
            return bytes.clone();
        }
    }
}
