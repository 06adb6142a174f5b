package dev.lockstile.auth.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Pictures as files. A file is there as a whole or not at all, whenever the process dies. */
final class FileBlobStore implements BlobStore {

    private final Path folder;
    private final String publicBase;

    FileBlobStore(Path folder, String publicBase) {
        this.folder = folder;
        this.publicBase = publicBase.endsWith("/") ? publicBase : publicBase + "/";
    }

    @Override
    public String keep(byte[] bytes, String mediaType) {
        String name = HexFormat.of().formatHex(sha256(bytes)) + (mediaType.equals("image/png") ? ".png" : ".jpg");
        try {
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, "upload", ".part");
            Files.write(part, bytes);
            Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return publicBase + name;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep a picture in " + folder, e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
