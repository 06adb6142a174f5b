package dev.lockstile.auth.imports.internal.engine.conflict;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The candidates of one partition by the digest of their key. A few hundred stay in memory, the rest go to a temporary
 * file, so that memory is bounded whatever the size of the source. Not safe for use by many threads.
 */
final class CandidatePartition implements AutoCloseable {

    private static final int IN_MEMORY = 512;

    private ByteBuffer buffer = ByteBuffer.allocate(0);
    private @Nullable Path file;
    private @Nullable FileChannel channel;

    void add(IdentifierCandidate candidate) {
        if (buffer.capacity() == 0) {
            buffer = ByteBuffer.allocate(IN_MEMORY * IdentifierCandidate.BYTES);
        }
        if (!buffer.hasRemaining()) {
            spill();
        }
        candidate.write(buffer);
    }

    /** Removes all candidates and returns them. */
    List<IdentifierCandidate> empty() {
        List<IdentifierCandidate> all = new ArrayList<>();
        try {
            if (channel != null) {
                channel.position(0);
                readSpilled(channel, all);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a temporary file cannot be read", e);
        }
        buffer.flip();
        while (buffer.hasRemaining()) {
            all.add(IdentifierCandidate.read(buffer));
        }
        close();
        return all;
    }

    @Override
    public void close() {
        buffer = ByteBuffer.allocate(0);
        try {
            if (channel != null) {
                channel.close();
                channel = null;
            }
            if (file != null) {
                Files.deleteIfExists(file);
                file = null;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a temporary file cannot be removed", e);
        }
    }

    private void spill() {
        buffer.flip();
        try {
            FileChannel out = channel == null ? open() : channel;
            while (buffer.hasRemaining()) {
                out.write(buffer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a temporary file cannot be written; is the disk full?", e);
        }
        buffer.clear();
    }

    private FileChannel open() throws IOException {
        Path made = Files.createTempFile("lockstile-import-", ".candidates");
        made.toFile().deleteOnExit();
        FileChannel opened = FileChannel.open(made, StandardOpenOption.READ, StandardOpenOption.WRITE);
        file = made;
        channel = opened;
        return opened;
    }

    private static void readSpilled(FileChannel in, List<IdentifierCandidate> all) throws IOException {
        ByteBuffer part = ByteBuffer.allocate(IN_MEMORY * IdentifierCandidate.BYTES);
        while (in.read(part) >= 0) {
            part.flip();
            while (part.remaining() >= IdentifierCandidate.BYTES) {
                all.add(IdentifierCandidate.read(part));
            }
            part.compact();
        }
    }
}
