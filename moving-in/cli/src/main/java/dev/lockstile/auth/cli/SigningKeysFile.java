package dev.lockstile.auth.cli;

import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.SigningKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;

/** A file with a private JWK set: read whole, and replaced whole by one that its readers alone may read. */
final class SigningKeysFile {

    private static final long LONGEST = 1024 * 1024;

    private final Path file;

    private SigningKeysFile(Path file) {
        this.file = file;
    }

    /** @throws IllegalArgumentException for anything but a plain file */
    static SigningKeysFile of(Path file) {
        OwnersFile.requirePlain(file);
        return new SigningKeysFile(file);
    }

    /** @throws IllegalArgumentException when it holds no private JWK set; what it holds is not told */
    SigningKeys read() {
        SigningKeys keys = new SigningKeys(Secret.of(text()));
        try {
            keys.keys();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + " holds no set of private keys (JWK set, RFC 7517)");
        }
        return keys;
    }

    private String text() {
        try {
            if (Files.size(file) > LONGEST) {
                throw new IllegalArgumentException(file + " is too long for a set of keys");
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw OwnersFile.unreadable(file, e);
        }
    }

    /**
     * A reader meanwhile sees the old set or the new one. Owner and group stay, and the group that may read it
     * goes on; no other user may.
     *
     * @throws IllegalArgumentException when owner or group cannot be kept; then the old file is as it was
     */
    void replace(SigningKeys next) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        new KeyFile(draft, next.jwkSet()).create();
        try {
            giveToReaders(draft);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private void giveToReaders(Path draft) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(draft, PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        PosixFileAttributes old = Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        try {
            if (!view.readAttributes().group().equals(old.group())) {
                view.setGroup(old.group());
            }
            if (old.permissions().contains(PosixFilePermission.GROUP_READ)) {
                view.setPermissions(PosixFilePermissions.fromString("rw-r-----"));
            }
            if (!view.readAttributes().owner().equals(old.owner())) {
                view.setOwner(old.owner());
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    file + " belongs to " + old.owner().getName() + ":"
                            + old.group().getName()
                            + ", which a new file cannot be given: run this as "
                            + old.owner().getName()
                            + ". Nothing was changed",
                    e);
        }
    }
}
