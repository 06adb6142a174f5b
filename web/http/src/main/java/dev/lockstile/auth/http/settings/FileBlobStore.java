package dev.lockstile.auth.http.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Pictures as files. A file is there as a whole or not at all, whenever the process dies. */
final class FileBlobStore implements BlobStore {

    /** Older files are named by what is in them alone, and several profiles may show one. */
    private static final Pattern OWN = Pattern.compile("p[0-9a-f]{64}\\.(png|jpg)");

    private final Path folder;
    private final String publicBase;

    FileBlobStore(Path folder, String publicBase) {
        this.folder = folder;
        this.publicBase = publicBase.endsWith("/") ? publicBase : publicBase + "/";
    }

    @Override
    public String keep(byte[] bytes, String mediaType) {
        try {
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, "upload", ".part");
            Files.write(part, bytes);
            String name = name(part, bytes) + (mediaType.equals("image/png") ? ".png" : ".jpg");
            Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return publicBase + name;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep a picture in " + folder, e);
        }
    }

    @Override
    public void remove(String reference) {
        String name = reference.startsWith(publicBase) ? reference.substring(publicBase.length()) : "";
        if (!OWN.matcher(name).matches()) {
            return;
        }
        try {
            Files.deleteIfExists(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove a picture from " + folder, e);
        }
    }

    /** Of what is in the file and of the random name it had until it was whole: the same picture twice is two files. */
    private static String name(Path part, byte[] bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(part.getFileName().toString().getBytes(StandardCharsets.UTF_8));
            return "p" + HexFormat.of().formatHex(digest.digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
