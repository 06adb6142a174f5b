package dev.lockstile.auth.imports.profile;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The digests of one partition: a few thousand are in memory, the rest in a temporary file. */
final class KeyPartition implements AutoCloseable {

    private static final int IN_MEMORY = 2048;

    private final long[] held = new long[IN_MEMORY];
    private int count;
    private int spilled;
    private @Nullable Path file;
    private @Nullable DataOutputStream out;

    void add(long digest) {
        if (count == IN_MEMORY) {
            spill();
        }
        held[count++] = digest;
    }

    /** Returns all digests in order. */
    long[] sorted() {
        long[] all = new long[spilled + count];
        try {
            if (out != null && file != null) {
                out.flush();
                read(file, all);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a temporary file cannot be read", e);
        }
        System.arraycopy(held, 0, all, spilled, count);
        Arrays.sort(all);
        return all;
    }

    private void read(Path from, long[] into) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(from)))) {
            for (int i = 0; i < spilled; i++) {
                into[i] = in.readLong();
            }
        }
    }

    private void spill() {
        try {
            DataOutputStream to = out == null ? open() : out;
            for (int i = 0; i < count; i++) {
                to.writeLong(held[i]);
            }
            spilled += count;
            count = 0;
        } catch (IOException e) {
            throw new UncheckedIOException("a temporary file cannot be written; is the disk full?", e);
        }
    }

    private DataOutputStream open() throws IOException {
        Path made = Files.createTempFile("lockstile-profile-", ".keys");
        made.toFile().deleteOnExit();
        file = made;
        out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(made)));
        return out;
    }

    @Override
    public void close() {
        try {
            if (out != null && file != null) {
                out.close();
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a temporary file cannot be removed", e);
        }
    }
}
