package dev.lockstile.auth.imports.internal.engine.conflict;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The temporary files of candidates; tests know their own by the key of the first one in it. */
final class CandidateFiles {

    private CandidateFiles() {}

    static int of(long keyHigh) throws IOException {
        int found = 0;
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "lockstile-import-*.candidates")) {
            for (Path file : files) {
                found += beginsWith(file, keyHigh) ? 1 : 0;
            }
        }
        return found;
    }

    private static boolean beginsWith(Path file, long keyHigh) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(Long.BYTES);
            return start.length == Long.BYTES && ByteBuffer.wrap(start).getLong() == keyHigh;
        } catch (NoSuchFileException e) {
            return false; // another test's, and gone
        }
    }
}
