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
 * Counts identifiers that several accounts have. Digests of eight bytes are sorted partition by partition, and stored
 * in temporary files where there are many, so that ten million take a few megabytes of memory. Not safe for use by many
 * threads.
 */
final class SharedKeys implements AutoCloseable {

    private static final int PARTITIONS = 64;

    private final Map<IdentifierKind, KindDigests> digests = new TreeMap<>();

    void add(IdentifierKind kind, String key) {
        digests.computeIfAbsent(kind, any -> new KindDigests()).add(digest(key));
    }

    /** Returns the counts, after the last identifier was added. */
    Map<String, SourceProfile.Shared> count() {
        Map<String, SourceProfile.Shared> all = new TreeMap<>();
        digests.forEach((kind, keys) -> all.put(kind.name().toLowerCase(Locale.ROOT), keys.count()));
        return all;
    }

    @Override
    public void close() {
        digests.values().forEach(KindDigests::close);
    }

    private static long digest(String key) {
        return ByteBuffer.wrap(Sha256.of(key)).getLong();
    }

    /** The digests of one kind of identifier. */
    private static final class KindDigests {

        private final List<KeyPartition> partitions =
                Stream.generate(KeyPartition::new).limit(PARTITIONS).toList();

        void add(long digest) {
            partitions.get((int) Math.floorMod(digest, (long) PARTITIONS)).add(digest);
        }

        SourceProfile.Shared count() {
            long identifiers = 0;
            long accounts = 0;
            for (KeyPartition partition : partitions) {
                long[] digests = partition.sorted();
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
            partitions.forEach(KeyPartition::close);
        }
    }
}
