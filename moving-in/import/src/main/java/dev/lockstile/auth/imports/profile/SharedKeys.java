package dev.lockstile.auth.imports.profile;

import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.secret.Sha256;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Counts identifiers that several accounts have. Digests of eight bytes are sorted share by share, and wait in
 * temporary files where there are many, so that ten million take a few megabytes. Not safe for use by many threads.
 */
final class SharedKeys implements AutoCloseable {

    private static final int SHARES = 64;

    private final Map<IdentifierKind, Waiting> waiting = new TreeMap<>();

    void add(IdentifierKind kind, String key) {
        waiting.computeIfAbsent(kind, any -> new Waiting()).add(digest(key));
    }

    /** Counts; nothing is added any more. */
    Map<String, SourceProfile.Shared> count() {
        Map<String, SourceProfile.Shared> all = new TreeMap<>();
        waiting.forEach((kind, keys) -> all.put(kind.name().toLowerCase(Locale.ROOT), keys.count()));
        return all;
    }

    @Override
    public void close() {
        waiting.values().forEach(Waiting::close);
    }

    private static long digest(String key) {
        return ByteBuffer.wrap(Sha256.of(key)).getLong();
    }

    /** The digests of one kind. */
    private static final class Waiting {

        private final List<KeyPartition> shares =
                Stream.generate(KeyPartition::new).limit(SHARES).toList();

        void add(long digest) {
            shares.get((int) Math.floorMod(digest, (long) SHARES)).add(digest);
        }

        SourceProfile.Shared count() {
            long identifiers = 0;
            long accounts = 0;
            for (KeyPartition share : shares) {
                long[] digests = share.sorted();
                for (int from = 0, to; from < digests.length; from = to) {
                    to = from + 1;
                    while (to < digests.length && digests[to] == digests[from]) {
                        to++;
                    }
                    identifiers += to - from > 1 ? 1 : 0;
                    accounts += to - from > 1 ? to - from : 0;
                }
            }
            return new SourceProfile.Shared(identifiers, accounts);
        }

        void close() {
            shares.forEach(KeyPartition::close);
        }
    }
}
